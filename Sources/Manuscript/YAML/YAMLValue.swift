// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// A value of a YAML file with its place.
struct YAMLValue: Sendable {
    /// What a value is.
    indirect enum Content: Sendable {
        /// Nothing, `null` or `~`.
        case null
        /// A text as written, whatever type it looks like.
        case scalar(String)
        /// `- …` or `[…]`.
        case list([YAMLValue])
        /// `key: …` or `{…}`, in the order of the file.
        case mapping([Pair])
    }

    /// A key with its value.
    struct Pair: Sendable {
        var name: String
        var key: YAMLValue
        var value: YAMLValue
    }

    let content: Content
    let origin: Origin

    /// The text of a scalar as written; `nil` for lists and mappings, and for `null`.
    var scalar: String? {
        guard case .scalar(let text) = content else { return nil }
        return text
    }

    var isNull: Bool {
        guard case .null = content else { return false }
        return true
    }

    var items: [YAMLValue]? {
        guard case .list(let items) = content else { return nil }
        return items
    }

    /// The pairs of a mapping in order.
    var pairs: [Pair]? {
        guard case .mapping(let pairs) = content else { return nil }
        return pairs
    }

    /// The value of a whole YAML file; `nil` after a diagnostic. An empty file is an empty mapping.
    static func read(_ file: SourceFile, _ diagnostics: inout Diagnostics) -> YAMLValue? {
        read(file, part: 0..<file.text.utf8.count, &diagnostics)
    }

    /// The value of the YAML in the bytes `part` of `file`.
    static func read(_ file: SourceFile, part: Range<Int>, _ diagnostics: inout Diagnostics) -> YAMLValue? {
        var composer = YAMLComposer(file, part)
        return composer.compose(&diagnostics)
    }

    /// What it is, for a hint.
    var kind: String {
        switch content {
        case .null: "it is empty"
        case .scalar(let text): "it is ‘\(text.prefix(40))’"
        case .list: "it is a list"
        case .mapping: "it is a mapping"
        }
    }

    /// This mapping with the pairs of `other` over its own, mappings within mappings too; each piece keeps its place. A
    /// mapping that `other` makes something else of is reported and stays.
    func overlaid(by other: YAMLValue, _ diagnostics: inout Diagnostics) -> YAMLValue {
        guard case .mapping(var pairs) = content else { return other }
        guard case .mapping(let over) = other.content else {
            if !other.isNull {
                diagnostics.error("wrong-type", "this must be a mapping", hint: other.kind, at: other.origin)
            }
            return self
        }
        var places = Dictionary(pairs.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
        for pair in over {
            if let place = places[pair.name] {
                pairs[place].value = pairs[place].value.overlaid(by: pair.value, &diagnostics)
                pairs[place].key = pair.key
            } else {
                places[pair.name] = pairs.count
                pairs.append(pair)
            }
        }
        return YAMLValue(content: .mapping(pairs), origin: other.origin)
    }
}
