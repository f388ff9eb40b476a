// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Resolver {
    /// What the back cover says; a discreet edition has none, as addresses and signs would tell what it is.
    mutating func backCover() -> Book.BackCover? {
        let settings = publication.settings
        guard let written = settings.backCover, !edition.isDiscreet else { return nil }
        section = SectionState(anchor: "back-cover", path: settings.origin.source.file.path)
        var cover = Book.BackCover(
            text: Self.withLines(written.text.map { inlines($0.marked) } ?? []), address: nil, at: settings.origin)
        for logo in written.logos {
            let place = logo.path == nil ? inlines(logo.text.marked) : []
            if logo.path != nil { checkPlain(logo.text.plain, at: logo.origin) }
            cover.logos.append(
                Book.BackCover.Logo(
                    path: logo.path, alternative: logo.text.plain, place: place, language: logo.text.markedLanguage))
        }
        if let code = written.code {
            cover.origin = code.origin
            if code.isMarkedPlace {
                cover.addressPlace = inlines(code.marked)
            } else {
                cover.address = code.source
            }
        }
        resolveNotes()
        return cover
    }

    /// The text of a back cover keeps its lines: they were written as `text: |`.
    private static func withLines(_ inlines: [Inline]) -> [Inline] {
        inlines.map { inline in
            guard inline.content == .softBreak else { return inline }
            var inline = inline
            inline.content = .lineBreak
            return inline
        }
    }
}
