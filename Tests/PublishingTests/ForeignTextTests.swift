// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// Text that somebody else wrote builds as it is: only `lint:` is loosened.
@Suite struct ForeignTextTests {
    private static let lint = """
        lint:
          unknown-key: warn
          raw-html: warn
          heading-skip: warn
          alt-missing: warn
          unknown-anchor: warn
          missing-glyph: warn
          remote-image: warn
          wide-table: warn
          unknown-footnote: warn

        """

    private func build(_ files: [String: String], contents: String) async throws -> (Outcome, Inspection?) {
        let sample = try PublisherTests.Sample()
        for name in ["01-text.md", "02-components.md", "figures/steps.svg"] { sample.remove(name) }
        for (path, text) in files { try sample.write(path, text) }
        try sample.write(
            "publication.yaml", "title: A book\nlanguage: en-GB\ncontents: \(contents)\n" + Self.lint)
        let outcome = await sample.publish {
            $0.formats = [.screen]
            $0.isDraft = false
        }
        guard outcome.files.count == 1 else { return (outcome, nil) }
        return (outcome, try Inspection.inspect(bytes: sample.bytes(PublisherTests.Sample.edition)))
    }

    @Test func aBookOfMdBook() async throws {
        let (outcome, inspection) = try await build(
            [
                "src/SUMMARY.md": """
                # Summary

                [Introduction](README.md)

                # Reference

                - [Getting started](guide/README.md)
                  - [Installation](guide/installation.md)
                - [Draft chapter]()

                ---

                [Contributors](misc/contributors.md)
                """,
                "src/README.md":
                    "# The book\n\nSee [installation](guide/installation.html#on-linux) & <kbd>Ctrl</kbd>.\n",
                "src/guide/README.md":
                    "# Getting started\n\n```rust,editable\nfn main() {}\n```\n\n{{#include other.rs}}\n\n## Usage\n\n## Usage\n",
                "src/guide/installation.md":
                    "# Installation\n\n### On Linux\n\n![](https://example.org/a.png)\n\n# Second title\n\nText<br>more.\n",
                "src/misc/contributors.md": "Names without a title.\n",
            ], contents: "[src/SUMMARY.md]")
        #expect(outcome.diagnostics.all.filter { $0.severity == .error }.map(\.summary) == [])
        let words = try #require(inspection).words
        for text in ["fnmain(){}", "{{#includeother.rs}}", "OnLinux", "Secondtitle", "more.", "Ctrl", "Nameswithout"] {
            #expect(words.contains(text), "\(text)")
        }
        #expect(inspection?.links.contains { $0.target.hasPrefix("#") } == true)
    }

    @Test func aFolderOfHandbookPages() async throws {
        let (outcome, inspection) = try await build(
            [
                "01 intro.md": """
                <p align="center"><img src="logo.png" width="200"></p>

                # Handbook

                [![Build](https://example.org/badge.svg)](https://example.org/) <a name="top"></a>

                * item
                  continued

                ##### Deep

                Visit www.example.org or [the policy](policies/leave.md#who-may-apply), [gone](gone.md).

                <details><summary>More</summary>

                Hidden *text*.

                </details>
                """,
                "policies/leave.md": """
                ---
                layout: page
                ---

                # Leave

                # Who may apply?

                | Kind | Days |
                |:-----|:----:|
                | All  | 20   | extra |

                1) One
                2) Two[^1]

                [^1]: A note.

                ![diagram][d]

                [d]: https://example.org/d.png "Title"
                """,
            ], contents: "[\"01 intro.md\", policies]")
        for text in ["item", "Deep", "thepolicy", "gone", "More", "Hiddentext.", "Whomayapply?", "Anote.", "diagram"] {
            #expect(inspection?.words.contains(text) == true, "\(text)")
        }
        #expect(outcome.diagnostics.all.filter { $0.severity == .error }.map(\.summary) == [])
    }
}
