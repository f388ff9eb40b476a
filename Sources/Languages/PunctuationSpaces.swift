// SPDX-License-Identifier: GPL-3.0-or-later

extension Sheet {
    /// Puts the spaces of French: before ; ! ? and :, and inside « ».
    mutating func setPunctuationSpaces() {
        var edits: [Edit] = []
        for index in cells.indices {
            switch cells[index].scalar {
            case ";", "!", "?": before(index, .highPunctuationSpace, forms(at: index).highSpace, &edits)
            case ":": before(index, .colonSpace, forms(at: index).colonSpace, &edits)
            case "»" where holds(.guillemetSpace, at: index): closeGuillemet(index, &edits)
            case "«" where holds(.guillemetSpace, at: index): openGuillemet(index, &edits)
            default: break
            }
        }
        make(edits)
    }

    private func before(_ index: Int, _ rule: TextRuleSet, _ space: [Unicode.Scalar], _ edits: inout [Edit]) {
        guard holds(rule, at: index), !space.isEmpty, let before = self[index - 1] else { return }
        if before.isPlainBlank {
            guard holds(rule, at: index - 1) else { return }
            edits.append(Edit(range: index - 1..<index, scalars: space, owner: index))
            return
        }
        // Within a word or a time of day it is no punctuation; after another mark it has its space already.
        let ends = self[index + 1].map { $0.isBlank || !($0.isWord || $0 == "/" || $0 == ":") } ?? true
        let isMark = "!?;:…(«[".unicodeScalars.contains(before)
        guard ends, !before.isBlank, !isMark else { return }
        edits.append(Edit(range: index..<index, scalars: space, owner: index))
    }

    private func closeGuillemet(_ index: Int, _ edits: inout [Edit]) {
        let space = forms(at: index).guillemetSpace
        guard let before = self[index - 1], !(before.isBlank && !before.isPlainBlank), !cells[index - 1].isLocked
        else { return }
        let start = before.isPlainBlank ? index - 1 : index
        edits.append(Edit(range: start..<index, scalars: space, owner: index))
    }

    private func openGuillemet(_ index: Int, _ edits: inout [Edit]) {
        let space = forms(at: index).guillemetSpace
        guard let after = self[index + 1], !(after.isBlank && !after.isPlainBlank), !cells[index + 1].isLocked
        else { return }
        let end = after.isPlainBlank ? index + 2 : index + 1
        edits.append(Edit(range: index + 1..<end, scalars: space, owner: index))
    }
}
