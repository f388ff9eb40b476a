// SPDX-License-Identifier: GPL-3.0-or-later
import Manuscript

extension Composer {
    /// What can explain the pages of `galleys`; `nil` if nobody asked.
    func explainer(of galleys: borrowing Galleys) -> PageExplainer? {
        // A second holder of the tree makes a copy of it: only to explain.
        guard let ledger = galleys.ledger else { return nil }
        return PageExplainer(setter: galleys.setter, ledger: ledger)
    }

    /// `list` with what was asked of one of its pages.
    func explained(_ list: consuming PageList, by explainer: PageExplainer?) -> PageList {
        if let explaining, let explainer { list.explanation = explainer.explanation(of: explaining, in: list) }
        return list
    }
}

extension PageExplainer {
    /// Why the page with the label `name`, or else with that number, looks as it does; `nil` if there is none.
    func explanation(of name: String, in list: PageList) -> PageExplanation? {
        guard let index = list.position(ofPage: name) else { return nil }
        var explanation = explain(pageAt: index, label: list.pages[index].label, of: list.pages.count)
        var overlay = PageOverlay(setter: setter, palette: list.palette)
        overlay.draw(explanation, on: list.pages[index])
        explanation.overlay = overlay.fragments
        explanation.palette = overlay.palette
        return explanation
    }
}

extension PageList {
    /// The page that is called `name`, or else has that number from 1.
    func position(ofPage name: String) -> Int? {
        if let index = pages.firstIndex(where: { $0.label == name }) { return index }
        guard let number = Int(name), pages.indices.contains(number - 1) else { return nil }
        return number - 1
    }
}
