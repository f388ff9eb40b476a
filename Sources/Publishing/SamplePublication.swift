// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// A publication that shows each construct in use: what `pamphlet new` writes.
public struct SamplePublication: Sendable {
    private let name: String
    private let title: String
    private let language: String

    /// The publication `name` with a title, in a language.
    public init(name: String, title: String, language: String) {
        self.name = name
        self.title = title
        self.language = language
    }

    /// Writes it below `root` and gives the paths written, from there. Files of the project that exist already are left as they are.
    public func write(into root: String) throws(StageFailure) -> [String] {
        let folder = "Documents/" + name
        guard !Disk.exists(root + "/" + folder) else { throw StageFailure("\(folder) exists already") }
        var written: [String] = []
        let hasResources = Disk.exists(root + "/Documents/resources.yaml")
        let hasGlossary = Disk.exists(root + "/Documents/glossary.yaml")
        // Where the project has a directory of its own, the sample cites that; its ids are the editors' to choose.
        let resource = hasResources ? firstID(in: root + "/Documents/resources.yaml") : "org-example"
        let term = hasGlossary ? firstID(in: root + "/Documents/glossary.yaml") : "edition"
        var files = [
            (folder + "/publication.yaml", publication), (folder + "/01-text.md", SampleTexts.text),
            (folder + "/02-components.md", SampleTexts.components + citations(resource, term)),
            (folder + "/figures/steps.svg", SampleTexts.figure),
        ]
        if !hasResources { files.append(("Documents/resources.yaml", resources)) }
        if !hasGlossary { files.append(("Documents/glossary.yaml", glossary)) }
        if !Disk.exists(root + "/Fonts/fonts.yaml") { files.append(("Fonts/fonts.yaml", SampleTexts.fonts)) }
        for (path, text) in files {
            let target = root + "/" + path
            try Disk.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
            try Disk.replace(target, with: Array(text.utf8))
            written.append(path)
        }
        return written
    }

    /// The value of the first `id:` of a YAML list; the sample needs one that exists, whichever.
    private func firstID(in path: String) -> String? {
        guard let bytes = try? Disk.read(path) else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ").filter { $0 != "-" }
            guard words.count >= 2, words[0] == "id:" else { continue }
            return String(words[1].filter { $0 != "\"" && $0 != "'" })
        }
        return nil
    }

    /// Names in resources and glossary go by the language alone, whatever its country.
    private var primary: String { String(language.prefix { $0 != "-" }) }

    private var quotedTitle: String { JSON.string(title).line }

    private var publication: String {
        """
        # Only title, language and contents are needed; everything else has a default.
        title: \(quotedTitle)
        subtitle: A publication to begin from
        kind: Handbook
        language: \(language)
        date: 2026-01-01
        contents:
          - :imprint
          - :contents
          - 01-text.md
          - 02-components.md
          - :glossary
          - :resources
        imprint:
          - label: Publisher
            text: "[TO CONFIRM – publisher]"
          - label: Licence
            text: "[TO CONFIRM – licence]"
        discreet:
          title:
            \(primary): Notes

        """
    }

    private func citations(_ resource: String?, _ term: String?) -> String {
        var text = "\n## Resources and terms {#resources-and-terms}\n"
        if let resource {
            text +=
                "\nA citation, [such as this one](resource:\(resource)), leads to its entry in the appendix, and the entry leads back.\n"
        }
        if let term { text += "\nA [word of the glossary](term:\(term)) leads to its meaning.\n" }
        return text
    }

    private var resources: String {
        """
        # Organisations, helplines, reports. Cited as [text](resource:id); the resources appendix sets them all.
        entries:
          - id: org-example
            kind: organisation
            name:
              \(primary): Example organisation
            description:
              \(primary): Stands here until the first real entry.
            url: https://www.example.org/
            countries: []
            languages: [\(primary)]
            grade: A
            checked: 2026-01-01

        """
    }

    private var glossary: String {
        """
        # Terms with their meanings. Used as [text](term:id).
        terms:
          - id: edition
            \(primary): edition
            definition:
              \(primary): One language of a publication in one variant and one format.

        """
    }
}
