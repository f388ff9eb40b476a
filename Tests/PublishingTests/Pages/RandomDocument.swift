// SPDX-License-Identifier: GPL-3.0-or-later

/// A chapter made by chance: blocks of every kind, in any order, of any length.
struct RandomDocument {
    private var chance: Chance
    private(set) var markdown = ""
    /// The texts that must stand in the pages in this order.
    private(set) var texts: [Text] = []
    /// Those that must stand in them somewhere: notes, what stands in the margin, worksheets.
    private(set) var loose: [Text] = []
    private var kind = ""
    private var notes: [String] = []
    private var noteCount = 0
    private let words: [String]
    let language: String

    /// A text of the document with the kind of block that it is from.
    struct Text {
        var kind: String
        var text: String
    }

    /// Whether it is for small pages: its tables are narrow and its notes short.
    private let isSmall: Bool

    /// The document of `seed`.
    init(seed: Int, isSmall: Bool = false) {
        self.isSmall = isSmall
        chance = Chance(seed: seed)
        language = chance.isOnce(in: 4) ? "ru" : "en-GB"
        words = language == "ru" ? Self.russian : Self.english
        let blocks = chance.pick([4, 12, 25, 45])
        // Some documents have much of one kind.
        let favourite = chance.roll(30)
        heading(2)
        for _ in 0..<blocks { block(chance.isOnce(in: 3) ? favourite : chance.roll(30)) }
        markdown += notes.joined(separator: "\n") + "\n"
    }

    private static let english = [
        "people", "work", "together", "and", "look", "after", "one", "another", "whatever", "the", "weather", "brings",
        "a", "shelter", "responsibility", "of", "confidentiality", "in", "days", "that", "were", "long", "ago", "kept",
        "understanding", "is", "it", "organisation", "with", "friends", "who", "listen", "well",
    ]
    private static let russian = [
        "люди", "работают", "вместе", "и", "поддерживают", "друг", "друга", "когда", "приходит", "непогода", "а",
        "взаимопомощь", "в", "организации", "ответственность", "за", "безопасность", "каждого", "из", "тех", "кто",
        "доверяет", "нам", "не", "одиноки", "дома", "тепло",
    ]

    private mutating func phrase(_ range: ClosedRange<Int>) -> String {
        (0..<chance.roll(in: range)).map { _ in chance.pick(words) }.joined(separator: " ")
    }

    /// So many words, mostly few.
    private mutating func passage() -> String { phrase(chance.pick([1...3, 4...15, 12...60, 40...160, 100...330])) }

    /// A call of a new note, or of an old one.
    private mutating func mark() -> String {
        if noteCount > 0, chance.isOnce(in: 6) { return "[^n\(chance.roll(noteCount))]" }
        let label = "[^n\(noteCount)]"
        noteCount += 1
        let text = phrase(chance.pick(isSmall ? [2...8, 6...30] : [2...8, 6...30, 20...90]))
        notes.append("\(label): \(text).\n")
        loose.append(Text(kind: "note", text: text))
        if chance.isOnce(in: 8) {
            let second = phrase(5...40)
            notes.append("    \(second).\n")
            loose.append(Text(kind: "note", text: second))
        }
        return label
    }

    /// `text` with a mark in its midst or at its end, if chance wants one.
    private mutating func marked(_ text: String, once times: Int = 4) -> String {
        guard chance.isOnce(in: times) else { return text }
        var parts = text.split(separator: " ").map(String.init)
        parts[chance.roll(parts.count)] += mark()
        return parts.joined(separator: " ")
    }

    private mutating func say(_ text: String) -> String {
        texts.append(Text(kind: kind, text: text))
        return text
    }

    private var level = 1

    /// A heading, not more than one level below the one before it.
    private mutating func heading(_ wanted: Int) {
        level = min(wanted, level + 1)
        let text = say(phrase(1...9))
        markdown += String(repeating: "#", count: level) + " \(text)\n\n"
    }

    private static let names = [
        10: "heading", 11: "heading", 12: "heading", 13: "list", 14: "numbered list", 15: "quotation", 16: "table",
        17: "table", 18: "code", 19: "component", 20: "component", 21: "steps", 22: "columns", 23: "definition",
        24: "worksheet", 25: "figure", 27: "checklist", 28: "recommendation",
    ]

    private mutating func block(_ number: Int) {
        kind = Self.names[number] ?? "paragraph"
        switch number {
        case 0...9: markdown += marked(say(passage())) + ".\n\n"
        case 10...12: heading(chance.roll(in: 2...4))
        case 13: list { _ in "- " }
        case 14: list { "\($0 + 1). " }
        case 15: markdown += "> " + marked(say(passage()), once: 6) + ".\n\n"
        case 16...17: table()
        case 18: code()
        case 19...20: container(chance.pick(["note", "keypoint", "warning", "practice", "finding", "testimony"]))
        case 21: steps()
        case 22: columns()
        case 23: definition()
        case 24: worksheet()
        case 25: figure()
        case 26: divider()
        case 27: checklist()
        case 28: recommendation()
        default: markdown += marked(say(phrase(1...3)), once: 3) + ".\n\n"
        }
    }

    /// A break in the text; below a heading there is no text to break.
    private mutating func divider() {
        markdown += marked(say(phrase(3...20))) + ".\n\n---\n\n"
    }

    private mutating func list(_ marker: (Int) -> String) {
        for index in 0..<chance.pick([1, 3, 7, 20]) {
            markdown += marker(index) + marked(say(phrase(chance.pick([1...4, 5...30, 30...70]))), once: 8) + "\n"
            guard chance.isOnce(in: 7) else { continue }
            for _ in 0..<chance.roll(in: 1...3) { markdown += "    - " + say(phrase(1...20)) + "\n" }
        }
        markdown += "\n"
    }

    private mutating func table() {
        let columns = chance.roll(in: 1...(isSmall ? 3 : 5))
        let isCaptioned = chance.isOnce(in: 2)
        if isCaptioned { markdown += ":::table\n" + marked(say(phrase(2...20)), once: 5) + "\n\n" }
        for row in 0..<chance.pick([2, 4, 9, 30]) {
            let cells = (0..<columns).map { _ in
                row == 0
                    ? say(phrase(1...3))
                    : marked(say(phrase(chance.pick([1...2, 1...8, isSmall ? 3...12 : 4...25]))), once: 15)
            }
            markdown += "| " + cells.joined(separator: " | ") + " |\n"
            if row == 0 { markdown += "|" + String(repeating: "---|", count: columns) + "\n" }
        }
        markdown += isCaptioned ? "\n" + say(phrase(3...15)) + ".\n:::\n\n" : "\n"
    }

    private mutating func code() {
        markdown += "```\n"
        for _ in 0..<chance.pick([1, 4, 12, 40]) { markdown += say(phrase(1...4)) + "\n" }
        markdown += "```\n\n"
    }

    private mutating func container(_ name: String) {
        // Testimony has no title.
        markdown += ":::\(name)" + (name == "testimony" ? "" : " " + say(phrase(1...5))) + "\n"
        for _ in 0..<chance.roll(in: 1...3) {
            markdown += marked(say(phrase(chance.pick([1...6, 10...60, 40...120]))), once: 6) + ".\n\n"
        }
        markdown += ":::\n\n"
    }

    private mutating func steps() {
        markdown += ":::steps\n"
        for index in 0..<chance.roll(in: 1...6) { markdown += "\(index + 1). " + say(phrase(3...50)) + "\n" }
        markdown += ":::\n\n"
    }

    private mutating func columns() {
        markdown += ":::columns\n"
        for _ in 0..<chance.roll(in: 1...4) { markdown += say(phrase(10...90)) + ".\n\n" }
        markdown += ":::\n\n"
    }

    private mutating func definition() {
        let (term, meaning) = (phrase(1...3), phrase(4...40))
        loose += [term, meaning].map { Text(kind: kind, text: $0) }
        markdown += ":::definition \(term)\n\(meaning).\n:::\n\n"
    }

    private mutating func worksheet() {
        let (title, use) = (phrase(1...4), phrase(5...30))
        loose += [title, use].map { Text(kind: kind, text: $0) }
        markdown += ":::worksheet \(title)\n\(use).\n\n"
        for index in 0..<chance.roll(in: 1...5) {
            let label = phrase(2...12)
            loose.append(Text(kind: kind, text: label))
            markdown += "\(index + 1). \(label)\n"
        }
        markdown += ":::\n\n"
    }

    private mutating func figure() {
        markdown += ":::figure {width=\(chance.pick([30, 60, 100]))%}\n![A drawing](figures/steps.svg)\n\n"
        markdown += say(phrase(1...30)) + ".\n:::\n\n"
    }

    private mutating func checklist() {
        markdown += ":::checklist " + say(phrase(1...4)) + "\n"
        for _ in 0..<chance.pick([1, 4, 12]) { markdown += "- [ ] " + say(phrase(2...25)) + "\n" }
        markdown += ":::\n\n"
    }

    private mutating func recommendation() {
        markdown +=
            ":::recommendation " + say(phrase(2...9)) + "\n" + marked(say(phrase(8...60)), once: 5) + ".\n:::\n\n"
    }
}
