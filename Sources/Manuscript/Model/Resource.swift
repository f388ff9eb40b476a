// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// An entry of Documents/resources.yaml.
public struct Resource: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// `helpline`, `organisation`, `report`, …
    public var kind: String
    /// Names by language; the source's is always there.
    public var names: [LanguageTag: Text]
    /// What it calls itself, where that is none of the languages of `names`.
    public var nativeName: Text?
    /// Descriptions by language.
    public var descriptions: [LanguageTag: Text]
    /// The address.
    public var url: String?
    /// E.164.
    public var phone: String?
    /// As dialled inside the country.
    public var dial: String?
    /// ISO 3166-1 alpha-2.
    public var countries: [String]
    /// ISO 639-1.
    public var languages: [String]
    /// For whom.
    public var audience: Text?
    /// When.
    public var hours: Text?
    /// What it costs.
    public var cost: Text?
    /// When confidentiality ends.
    public var confidentiality: Text?
    /// Who runs it.
    public var operatedBy: Text?
    /// A, B or V.
    public var grade: String
    /// When a named role opened the live page: ISO 8601; `nil` if never.
    public var checked: String?
    /// When two people dialled the line.
    public var called: String?
    /// What an edition in a language must do: `text-only`, `omit`.
    public var restrictions: [LanguageTag: String]
    /// Where.
    public var origin: Origin

    /// An entry without its optional fields.
    public init(id: String, kind: String, names: [LanguageTag: Text], grade: String, origin: Origin) {
        self.id = id
        self.kind = kind
        self.names = names
        self.grade = grade
        self.origin = origin
        descriptions = [:]
        countries = []
        languages = []
        restrictions = [:]
    }
}

/// A term of Documents/glossary.yaml.
public struct Term: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// The term by language.
    public var names: [LanguageTag: Text]
    /// The meaning by language.
    public var definitions: [LanguageTag: Text]
    /// Ids of related terms.
    public var related: [String]
    /// Where.
    public var origin: Origin
    /// A term.
    public init(
        id: String, names: [LanguageTag: Text], definitions: [LanguageTag: Text], related: [String], origin: Origin
    ) {
        self.id = id
        self.names = names
        self.definitions = definitions
        self.related = related
        self.origin = origin
    }
}
