// SPDX-License-Identifier: GPL-3.0-or-later
internal import PDFSyntax

/// A walk over the structure tree of a file.
struct TagWalk {
    /// Pages by object number.
    let pages: [Int: Int]
    /// By page, the text of its marks.
    let texts: [[Int: String]]

    /// The elements below `root`, each before its children. Without recursion, and each once: the tree may be damaged.
    func tags(below root: PDFObject) -> [Inspection.Tag] {
        var tags: [Inspection.Tag] = []
        var seen: Set<Int> = []
        var waiting = kids(of: root).reversed().map { ($0, 0) }
        while let (element, depth) = waiting.popLast() {
            guard element["S"].name != nil, element.number == 0 || seen.insert(element.number).inserted, depth < 10_000
            else { continue }
            var tag = Inspection.Tag(
                depth: depth, role: element["S"].name ?? "", language: element["Lang"].text ?? "",
                alternative: element["Alt"].text ?? "", text: "")
            var below: [PDFObject] = []
            for kid in kids(of: element) {
                if let number = kid.integer {
                    tag.text += text(number, element["Pg"])
                } else if let number = kid["MCID"].integer {
                    tag.text += text(number, kid["Pg"].isNull ? element["Pg"] : kid["Pg"])
                } else if kid["Type"].name != "OBJR" {
                    below.append(kid)
                }
            }
            tags.append(tag)
            waiting += below.reversed().map { ($0, depth + 1) }
        }
        return tags
    }

    private func kids(of element: PDFObject) -> [PDFObject] {
        let kids = element["K"]
        return kids.isArray ? (0..<kids.count).map { kids[$0] } : kids.isNull ? [] : [kids]
    }

    private func text(_ number: Int, _ page: PDFObject) -> String {
        guard let index = pages[page.number], texts.indices.contains(index) else { return "" }
        return texts[index][number] ?? ""
    }
}
