// SPDX-License-Identifier: GPL-3.0-or-later
/// A line of an index as it is printed.
public struct IndexLine: Hashable, Sendable {
    /// 0 for the heading of a group, 1 for an entry, 2 and 3 for what stands below it.
    public var level: Int
    /// What leads here, as from `see`.
    public var anchor: String?
    /// The term with its pages.
    public var text: [Inline]
    /// A line.
    public init(level: Int, anchor: String? = nil, text: [Inline]) {
        self.level = level
        self.anchor = anchor
        self.text = text
    }
}

/// What `index="…"` says: terms from the outermost inwards, `depression > in men`; several entries parted by `;`.
public enum IndexSyntax {
    /// Levels of an entry; what is deeper is not read.
    public static let deepest = 3

    /// The entries, each as its levels; what is empty is left out.
    public static func entries(of value: String) -> [[String]] {
        value.split(separator: ";").map { entry in
            entry.split(separator: ">").map(trimmed).filter { !$0.isEmpty }
        }.filter { !$0.isEmpty }
    }

    /// The value that says `entries`.
    public static func value(of entries: [[String]]) -> String {
        entries.map { $0.joined(separator: " > ") }.joined(separator: "; ")
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
