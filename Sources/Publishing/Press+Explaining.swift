// SPDX-License-Identifier: GPL-3.0-or-later
internal import Finishing
internal import Fonts
internal import Groundwork
internal import Layout
internal import Manuscript
internal import Rendering

extension Press {
    /// Tells why the page `name` looks as it does, and draws it with what explains it, unless the content has errors.
    func explain(
        _ list: PageList, _ name: String, _ group: EditionGroup, _ fonts: FontBook, _ result: inout GroupResult
    ) throws(StageFailure) {
        guard let explanation = list.explanation, let page = list.explained() else {
            let count = list.pages.count
            result.misuse =
                "there is no page “\(name)” in \(group.label): it has \(count) page\(count == 1 ? "" : "s")"
                + (count > 1 ? ", \(list.pages.first?.label ?? "1") to \(list.pages.last?.label ?? "\(count)")" : "")
            return
        }
        var record = ExplanationRecord(group, explanation)
        if request.isWriting, !result.diagnostics.hasErrors {
            let drawn = try Renderer(fonts: fonts).draw(page, isPrint: false)
            let bytes = try finisher(isPrinting: false)
                .finish(drawn, of: page, isPrint: false, isDiscreet: group.isDiscreet)
            let path = request.overlay ?? folder.path + "/" + Self.overlayPath(group, explanation.label)
            if let slash = path.lastIndex(of: "/") { try Disk.makeFolder(String(path[..<slash])) }
            try Disk.replace(path, with: bytes)
            record.overlay = request.overlay == nil ? Self.overlayPath(group, explanation.label) : path
        }
        result.explanation = record
    }

    /// `guide/explain-guide-ru-p9.pdf`.
    private static func overlayPath(_ group: EditionGroup, _ label: String) -> String {
        let parts = group.stem.split(separator: "/", maxSplits: 1)
        let name = "explain-\(parts.last ?? "")-p\(EditionPlan.slug(label)).pdf"
        return parts.count > 1 ? "\(parts[0])/\(name)" : name
    }
}
