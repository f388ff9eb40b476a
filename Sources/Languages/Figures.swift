// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Puts the spaces that belong to numbers, and the dash of a range. Whatever may be a telephone's number, a law's or a
    /// machine's stays as it is.
    mutating func setFigures() {
        var edits: [Edit] = []
        var grouped = 0
        for index in cells.indices {
            let scalar = cells[index].scalar
            switch scalar {
            case "№", "§": numero(index, &edits)
            case "%", "‰": percent(index, &edits)
            case "-" where self[index - 1]?.isFigure ?? false && self[index + 1]?.isFigure ?? false:
                range(index, &edits)
            case " " where index >= grouped && self[index - 1]?.isFigure ?? false: unit(index, &edits)
            case "0"..."9" where index >= grouped && !(self[index - 1]?.isFigure ?? false):
                grouped = max(grouped, groups(index, &edits))
            default: break
            }
        }
        make(edits)
    }

    private func numero(_ index: Int, _ edits: inout [Edit]) {
        guard holds(.numeroSpace, at: index), let after = self[index + 1] else { return }
        let space = forms(at: index).numeroSpace
        if after.isFigure {
            edits.append(Edit(range: index + 1..<index + 1, scalars: space, owner: index))
        } else if after.isPlainBlank, self[index + 2]?.isWord ?? false, !cells[index + 1].isLocked {
            edits.append(Edit(range: index + 1..<index + 2, scalars: space, owner: index))
        }
    }

    private func percent(_ index: Int, _ edits: inout [Edit]) {
        guard holds(.percentSpace, at: index), let before = self[index - 1] else { return }
        let space = forms(at: index).percentSpace
        if before.isFigure {
            // `10%-й` is one word.
            guard !space.isEmpty, !(self[index + 1].map { $0.isWord || $0 == "-" } ?? false),
                !isInsideCode(before: index)
            else { return }
            edits.append(Edit(range: index..<index, scalars: space, owner: index))
        } else if before.isPlainBlank, self[index - 2]?.isFigure ?? false, !cells[index - 1].isLocked {
            edits.append(Edit(range: index - 1..<index, scalars: space.isEmpty ? ["\u{A0}"] : space, owner: index))
        }
    }

    /// Whether the number before `index` is part of something that is no number: `width=100%`.
    private func isInsideCode(before index: Int) -> Bool {
        var start = index
        while let before = self[start - 1], before.isFigure || before == "," || before == "." { start -= 1 }
        guard let before = self[start - 1] else { return false }
        return cells[index - 1].isLocked || before.isLetter || before == "=" || before == "_"
    }

    private func unit(_ index: Int, _ edits: inout [Edit]) {
        guard holds(.unitSpace, at: index), isUnit(after: index, forms(at: index).units) else { return }
        edits.append(Edit(range: index..<index + 1, scalars: ["\u{A0}"], owner: index))
    }

    /// Whether the word after the blank `index` is one of `units`.
    private func isUnit(after index: Int, _ units: Set<String>) -> Bool {
        guard let word = word(from: index + 1) else { return false }
        if units.contains(word) { return true }
        let bare = word.unicodeScalars.reversed().drop { ",.;:!?)»”\"".unicodeScalars.contains($0) }
        guard bare.count < word.unicodeScalars.count else { return false }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: bare.reversed())
        return units.contains(String(text)) || units.contains(String(text) + ".")
    }

    /// The word that begins at `start`, in lower case; `nil` if it is longer than any unit.
    private func word(from start: Int) -> String? {
        var end = start
        while let scalar = self[end], !scalar.isBlank {
            end += 1
            if end - start > 14 { return nil }
        }
        return end > start ? text(start..<end).lowercased() : nil
    }

    /// The word that ends before `end`, blanks aside, in lower case, with where it begins.
    private func word(before end: Int) -> (text: String, start: Int)? {
        var end = end
        while let before = self[end - 1], before.isBlank { end -= 1 }
        var start = end
        while let before = self[start - 1], !before.isBlank, end - start < 24 { start -= 1 }
        return start < end ? (text(start..<end).lowercased(), start) : nil
    }

    // MARK: Groups of digits

    /// Fixes the blanks of a number that begins at `start`; gives where it ends.
    private func groups(_ start: Int, _ edits: inout [Edit]) -> Int {
        let before = self[start - 1]
        // What begins within figures is looked at no further: in a row of groups each would go on to the end.
        guard holds(.digitGroups, at: start), cells[start].scalar != "0", !follows(start),
            before.map({ $0.isBlank || "(€$£₽≈~«“".unicodeScalars.contains($0) }) ?? true
        else { return start }
        let first = figures(from: start)
        guard first - start <= 3 else { return start }
        var blanks: [Int] = []
        var end = first
        while self[end] == " ", !cells[end].isLocked {
            let next = figures(from: end + 1)
            guard next - end == 4 else { break }
            blanks.append(end)
            end = next
        }
        guard !blanks.isEmpty, isWhole(end), mayBeNumber(start..<end, first: first - start) else {
            return start
        }
        let space = forms(at: start).digitSpace
        for blank in blanks { edits.append(Edit(range: blank..<blank + 1, scalars: [space], owner: start)) }
        return end
    }

    private func figures(from start: Int) -> Int {
        var end = start
        while self[end]?.isFigure ?? false { end += 1 }
        return end
    }

    /// Whether nothing after `end` says that more figures belong to what ends there.
    private func isWhole(_ end: Int) -> Bool {
        guard let after = self[end] else { return true }
        if after.isBlank { return !(self[end + 1].map { $0.isFigure || $0 == "(" || $0 == "+" } ?? false) }
        if after == "," || after == "." { return !(self[end + 1]?.isLetter ?? false) }
        return !after.isWord && !after.isDash && after != "/" && after != "("
    }

    /// Whether figures stand before what begins at `start`: then it is a part of something longer.
    private func follows(_ start: Int) -> Bool {
        guard self[start - 1]?.isBlank ?? false, let before = self[start - 2] else { return false }
        return before.isFigure || before == ")" || before == "+"
    }

    /// Groups of three are most often a number, and sometimes a helpline's: only what is clear is fixed.
    private func mayBeNumber(_ range: Range<Int>, first: Int) -> Bool {
        let forms = forms(at: range.lowerBound)
        var place = range.lowerBound
        for _ in 0..<4 {
            guard let (word, start) = word(before: place) else { break }
            place = start
            let bare = word.filter { $0.isLetter }
            if forms.phoneWords.contains(bare) || word.contains("+") { return false }
        }
        let after = self[range.upperBound]
        if after == "%" || (after?.isBlank ?? false && isUnit(after: range.upperBound, forms.units)) { return true }
        if let before = self[range.lowerBound - 1], "€$£₽".unicodeScalars.contains(before) { return true }
        // `8 800 …`, `1 800 …` are dialled.
        let isDialled = first == 1 && self[range.lowerBound + 2] == "8" && cells[range.lowerBound].scalar != "2"
        return first <= 2 && !isDialled
    }

    // MARK: Ranges

    private func range(_ index: Int, _ edits: inout [Edit]) {
        guard holds(.range, at: index) else { return }
        var start = index
        while self[start - 1]?.isFigure ?? false { start -= 1 }
        let end = figures(from: index + 1)
        guard (1...6).contains(index - start), (1...6).contains(end - index - 1), cells[start].scalar != "0",
            let low = Int(text(start..<index)), let high = Int(text(index + 1..<end)), low < high,
            !follows(start), self[start - 1].map({ $0.isBlank || $0 == "(" || $0 == "[" }) ?? true,
            isWhole(end) || self[end] == "%"
        else { return }
        let forms = forms(at: index)
        let label = word(before: start)?.text.drop { $0 == "(" || $0 == "[" } ?? ""
        let isLabelled = forms.rangeLabels.contains(String(label))
        if !isLabelled, forms.numberLabels.contains(String(label)) || label.hasSuffix("№") { return }
        let isMeasured =
            self[end] == "%"
            || (self[end]?.isBlank ?? false
                && (self[end + 1] == "%" || isUnit(after: end, forms.units) || isUnit(after: end, forms.months)))
        let areYears = index - start == 4 && end - index == 5 && low >= 1900 && high <= 2100
        guard isLabelled || isMeasured || areYears else { return }
        edits.append(Edit(range: index..<index + 1, scalars: forms.range, owner: index))
    }
}
