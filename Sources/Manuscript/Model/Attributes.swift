// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What stands in `{…}` after a block, a span or a container's name: `{#id .class key=value flag}`.
public struct Attributes: Hashable, Sendable {
    /// The `#id`, unique in a publication.
    public var id: String?
    /// The `.class` names, in order.
    public var classes: [String]
    /// The `key=value` pairs; a bare word is a key with an empty value.
    public var values: [String: String]

    /// Attributes; none by default.
    public init(id: String? = nil, classes: [String] = [], values: [String: String] = [:]) {
        self.id = id
        self.classes = classes
        self.values = values
    }

    /// Whether the bare word `flag` (or `flag=…`) is there.
    public func has(_ flag: String) -> Bool { values[flag] != nil }
    /// Whether the text is marked as `name`: `.name`, or the bare word.
    public func marks(_ name: String) -> Bool { classes.contains(name) || has(name) }
    /// The value of `key`.
    public subscript(key: String) -> String? { values[key] }
    /// The language of `lang=…`, if it is a valid tag.
    public var language: LanguageTag? { values["lang"].flatMap { LanguageTag($0) } }
    /// Whether nothing is declared.
    public var isEmpty: Bool { id == nil && classes.isEmpty && values.isEmpty }
}
