// SPDX-License-Identifier: GPL-3.0-or-later

/// A paragraph as the rules work on it: one row of characters, whatever spans they stand in.
struct Sheet {
    /// A character, the number of its span, and whether it must stay.
    struct Cell {
        var scalar: Unicode.Scalar
        var span: Int32
        var isLocked: Bool
    }

    var cells: [Cell] = []
    private(set) var hasChanged = false
    /// What holds, by span.
    let customs: [Custom]
    /// The rules in force, by span.
    private let active: [TextRuleSet]
    /// The rules in force anywhere.
    private(set) var rules: TextRuleSet = []

    init(_ spans: [TextSpan], _ customs: [Custom]) {
        self.customs = customs
        var active: [TextRuleSet] = []
        cells.reserveCapacity(spans.reduce(16) { $0 + $1.text.utf8.count })
        for (number, span) in spans.enumerated() {
            let rules = span.isVerbatim ? [] : customs[number].forms.rules.subtracting(span.switches.off)
            active.append(rules)
            self.rules.formUnion(rules)
            for scalar in span.text.unicodeScalars {
                cells.append(Cell(scalar: scalar, span: Int32(number), isLocked: span.isVerbatim))
            }
        }
        self.active = active
    }

    /// Whether one of `rules` holds for the character `index`.
    func holds(_ rules: TextRuleSet, at index: Int) -> Bool {
        !cells[index].isLocked && !active[Int(cells[index].span)].isDisjoint(with: rules)
    }

    func forms(at index: Int) -> RuleForms { customs[Int(cells[index].span)].forms }

    /// The character `index`, or `nil` beyond the ends.
    subscript(index: Int) -> Unicode.Scalar? { cells.indices.contains(index) ? cells[index].scalar : nil }

    /// The text in `range`.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for cell in cells[range] { text.append(cell.scalar) }
        return String(text)
    }

    /// Puts `edits`, in order and apart from one another, in the place of what they stand for.
    mutating func make(_ edits: [Edit]) {
        guard !edits.isEmpty else { return }
        hasChanged = true
        var result: [Cell] = []
        result.reserveCapacity(cells.count + 2 * edits.count)
        var place = 0
        for edit in edits where edit.range.lowerBound >= place {
            result += cells[place..<edit.range.lowerBound]
            let span = cells[edit.owner].span
            for scalar in edit.scalars { result.append(Cell(scalar: scalar, span: span, isLocked: false)) }
            place = edit.range.upperBound
        }
        result += cells[place...]
        cells = result
    }

    /// What `scalars` put in the place of `range`; `owner` is the character to whose span they go.
    struct Edit {
        var range: Range<Int>
        var scalars: [Unicode.Scalar]
        var owner: Int
    }

    /// Gives the spans their new texts.
    func write(to spans: inout [TextSpan]) {
        var texts = [String.UnicodeScalarView](repeating: .init(), count: spans.count)
        for cell in cells { texts[Int(cell.span)].append(cell.scalar) }
        for index in spans.indices where !spans[index].isVerbatim { spans[index].text = String(texts[index]) }
    }
}

extension Unicode.Scalar {
    /// A blank of any width, or a line's end.
    var isBlank: Bool {
        switch value {
        case 9...13, 32, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
        default: false
        }
    }
    /// A blank where a line may end.
    var isPlainBlank: Bool { value == 32 || value == 9 }
    /// A figure from 0 to 9.
    var isFigure: Bool { (48...57).contains(value) }
    /// A letter.
    var isLetter: Bool {
        (97...122).contains(value | 32) || (value >= 0xAA && properties.isAlphabetic)
    }
    /// A letter or a figure.
    var isWord: Bool { isFigure || isLetter }
    /// A dash, or what is typed for one.
    var isDash: Bool { value == 0x2D || value == 0x2013 || value == 0x2014 || value == 0x2015 || value == 0x2212 }
}
