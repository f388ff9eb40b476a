// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
public import Manuscript
internal import Proofs

/// What somebody asks to be published.
public struct Request: Sendable {
    /// Names of publications; empty for all.
    public var publications: [String] = []
    /// Languages; empty for all that a publication has. `en` asks for `en-GB` too.
    public var languages: [LanguageTag] = []
    /// Variants of the theme; empty for those that publication.yaml names.
    public var variants: [String] = []
    /// Formats; empty for all.
    public var formats: [EditionFormat] = []
    /// The folder to write into; `nil` for the project's Output.
    public var output: String?
    /// Whether open items are allowed, and said.
    public var isDraft = false
    /// Whether the editions must not show what they are.
    public var isDiscreet = false
    /// How many editions are made at once; `nil` for as many as there are cores.
    public var jobs: Int?
    /// Whether files are written; otherwise all is done but that.
    public var isWriting = true
    /// Whether editions are set and looked at, and nothing is drawn: see `Outcome.typography`.
    public var isExamining = false
    /// The page, by its label or its number, of which is told why it looks as it does: in the first of the editions, which is not written.
    public var explaining: String?
    /// The file for the overlay of an explained page; `nil` for its place in the output folder.
    public var overlay: String?
    /// Whether the pages are looked at too, not drawn: see `Outcome.pages`.
    public var isExaminingPages = false
    /// Languages of which a proof is made, in place of publications.
    public var proofs: [LanguageTag] = []
    /// The languages of which there is a proof.
    public static var allProofs: [LanguageTag] { Proof.languages }
    /// Whether the manifest tells how long the stages took.
    public var isTimed = false

    /// Everything, in every language and format.
    public init() {}

    /// Whether nothing is drawn.
    var isSetOnly: Bool { isExamining || isExaminingPages }
}

/// What is happening, for a display of progress.
public enum Progress: Sendable {
    /// So many groups of editions (a language in a variant, all formats) are going to be made.
    case planned(groups: Int)
    /// A group has begun: `briefing-paper, ru`.
    case began(String)
    /// A group is done.
    case ended(String)
}

/// What came of a request.
public struct Outcome: Sendable {
    /// Everything found.
    public var diagnostics = Diagnostics()
    /// The files that were made (or would have been), in the order of their paths.
    public var files: [FileRecord] = []
    /// The paths of the files that were current already.
    public var current: [String] = []
    /// What is still open in drafts, by language and variant.
    public var open: [OpenRecord] = []
    /// How well each language in each variant is set, if that was asked for.
    public var typography: [TypographyRecord] = []
    /// Why a page looks as it does, if that was asked for.
    public var explanation: ExplanationRecord?
    /// What was asked for in vain, such as a page that there is not: nobody's content is at fault.
    public var misuse: String?
    /// How well the pages of each are made, if that was asked for.
    public var pages: [PagesRecord] = []

    /// Nothing yet.
    public init() {}
}

/// An open item of a draft.
public struct OpenRecord: Hashable, Sendable {
    /// The group: `briefing-paper, ru`.
    public var group: String
    /// What is open.
    public var text: String
    /// Where it stands in the manuscript.
    public var origin: Origin?
    /// The folios of the pages where it is printed.
    public var pages: [String]
}

/// What the manifest says of a file.
public struct FileRecord: Hashable, Sendable {
    /// The path from the output folder.
    public var path: String
    /// The publication.
    public var publication: String
    /// What it is.
    public var edition: Edition
    /// How many pages it has.
    public var pages: Int
    /// How many bytes it has.
    public var size: Int
    /// Of its bytes.
    public var sha256: String
    /// What it was made of: equal stamps, equal files.
    public var stamp: String
    /// Warnings given while it was made, `file:line: message [code]`.
    public var warnings: [String]
    /// Seconds by stage, if they were asked for.
    public var seconds: [String: Double]
}
