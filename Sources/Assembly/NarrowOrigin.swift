// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork

extension Origin {
    /// The place of `text` within this one, where it stands there as it is: a block may be long.
    func narrowed(to text: String) -> Origin {
        var origin = self
        if let catalogue {
            origin.catalogue = catalogue.narrowed(to: text) ?? catalogue
        } else {
            origin.source = source.narrowed(to: text) ?? source
        }
        return origin
    }
}

extension SourceRange {
    fileprivate func narrowed(to text: String) -> SourceRange? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first, utf8.count >= wanted.count else { return nil }
        let bytes = file.text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: utf8.lowerBound)
        let area = Array(bytes[start..<bytes.index(start, offsetBy: utf8.count)])
        for place in 0...(area.count - wanted.count)
        where area[place] == first && area[place..<(place + wanted.count)].elementsEqual(wanted) {
            let lower = utf8.lowerBound + place
            return SourceRange(file: file, utf8: lower..<(lower + wanted.count))
        }
        return nil
    }
}
