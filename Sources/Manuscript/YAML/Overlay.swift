// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Yams

/// A value that another one lies over. A class, since a value cannot hold one of its own kind.
final class LowerLayer {
    let value: YAMLValue
    init(_ value: YAMLValue) { self.value = value }
}

extension YAMLValue {
    /// This mapping with the pairs of `other` over its own, mappings within mappings too; every value keeps its own place. A mapping or
    /// list that `other` makes something else of is reported and stays.
    func overlaid(by other: YAMLValue, _ diagnostics: inout Diagnostics) -> YAMLValue {
        if let shape, !other.isNull, other.shape != shape {
            diagnostics.error(
                "wrong-type", "this must be \(shape)", hint: "it is \(other.kind)", at: other.origin)
        }
        for pair in other.pairs ?? [] {
            if let below = pairs?.first(where: { $0.name == pair.name })?.value {
                _ = below.overlaid(by: pair.value, &diagnostics)
            }
        }
        return laid(below: other)
    }

    /// `other` over this, without a word.
    func laid(below other: YAMLValue) -> YAMLValue {
        guard let shape else { return other }
        guard other.shape == shape else { return self }
        var result = other
        if node.mapping != nil { result.lower = LowerLayer(self) }
        return result
    }

    /// "a mapping" or "a list", which nothing else can stand for.
    private var shape: String? {
        switch node {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar, .alias: nil
        }
    }

    /// `own` over the pairs of what lies below: in the order of the lower ones, then the new ones.
    func merged(_ own: [Pair]) -> [Pair] {
        guard let below = lower?.value.pairs else { return own }
        var upper = Dictionary(own.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let replaced = below.map { pair -> Pair in
            guard var over = upper.removeValue(forKey: pair.name) else { return pair }
            over.value = pair.value.laid(below: over.value)
            return over
        }
        return replaced + own.filter { upper[$0.name] != nil }
    }
}
