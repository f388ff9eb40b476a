// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Makes an ellipsis of three full stops.
    mutating func setEllipses() {
        var edits: [Edit] = []
        var index = 0
        while index < cells.count {
            guard cells[index].scalar == ".", holds(.ellipsis, at: index) else {
                index += 1
                continue
            }
            var end = index
            while self[end] == ".", !cells[end].isLocked { end += 1 }
            // Two or four are a slip, or mean something else.
            if end - index == 3 { edits.append(Edit(range: index..<end, scalars: ["…"], owner: index)) }
            index = end
        }
        make(edits)
    }

    /// Makes the dashes of the language, with their spaces, of `--`, `---` and a hyphen between blanks.
    mutating func setDashes() {
        var edits: [Edit] = []
        var index = 0
        var isOpen = false
        while index < cells.count {
            let scalar = cells[index].scalar
            if scalar.isDash, isStart(index) {
                let end = endOfDashes(index)
                if let edit = dialogue(index..<end) { edits.append(edit) }
                index = end
            } else if scalar == "-", !cells[index].isLocked {
                let end = endOfDashes(index)
                if let edit = dash(index..<end, isOpen: isOpen) {
                    edits.append(edit)
                    isOpen.toggle()
                }
                index = end
            } else {
                // A parenthesis between dashes ends with its sentence.
                if scalar == "." || scalar == "!" || scalar == "?", self[index + 1]?.isBlank ?? true { isOpen = false }
                index += 1
            }
        }
        make(edits)
    }

    /// Whether the paragraph, or a line of it, begins at `index`.
    private func isStart(_ index: Int) -> Bool { index == 0 || cells[index - 1].scalar == "\n" }

    private func endOfDashes(_ start: Int) -> Int {
        var end = start + 1
        while let next = self[end], next == "-", cells[start].scalar == "-" { end += 1 }
        return end
    }

    /// The dash before what somebody says, fixed to it.
    private func dialogue(_ range: Range<Int>) -> Edit? {
        let start = range.lowerBound
        guard range.count <= 3, holds(.dialogueDash, at: start), let blank = self[range.upperBound],
            blank.isPlainBlank, let next = self[range.upperBound + 1], !next.isFigure
        else { return nil }
        let forms = forms(at: start)
        guard !forms.dialogueDash.isEmpty else { return nil }
        // A dash that was typed as it should be stays; its blank is fixed.
        let isTyped = cells[start].scalar != "-"
        let dash = isTyped ? [cells[start].scalar] : forms.dialogueDash.filter { !$0.isBlank }
        return Edit(
            range: start..<range.upperBound + 1, scalars: dash + forms.dialogueDash.filter(\.isBlank), owner: start)
    }

    private func dash(_ range: Range<Int>, isOpen: Bool) -> Edit? {
        let start = range.lowerBound
        guard range.count <= 3, holds(.dash, at: start), let before = self[start - 1],
            let after = self[range.upperBound]
        else { return nil }
        let isSpaced = before.isBlank && after.isBlank
        if isSpaced {
            guard before != "\n" else { return nil }
            // Between figures it may be a minus.
            let isSum = (self[start - 2]?.isFigure ?? false) && (self[range.upperBound + 1]?.isFigure ?? false)
            if isSum, range.count == 1 { return nil }
        } else {
            // Two or three hyphens between letters; with figures they may be somebody's number.
            guard range.count > 1, !before.isBlank, !after.isBlank, !before.isFigure, !after.isFigure, !after.isDash,
                !"([{/=".unicodeScalars.contains(before)
            else { return nil }
        }
        let forms = forms(at: start)
        let whole = isSpaced ? start - 1..<range.upperBound + 1 : range
        if isSpaced, cells[start - 1].isLocked || cells[range.upperBound].isLocked { return nil }
        return Edit(range: whole, scalars: isOpen ? forms.closingDash : forms.dash, owner: start)
    }
}
