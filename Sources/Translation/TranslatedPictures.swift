// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

extension Publication {
    /// Puts `plan.ru.svg` in the place of `plan.svg` for Russian: a picture holds words too.
    mutating func takePictures(of language: LanguageTag) {
        for path in images.keys.sorted() {
            guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { continue }
            for tag in [language.description, language.primary] {
                guard let version = images["\(path[..<dot]).\(tag)\(path[dot...])"] else { continue }
                images[path] = version
                break
            }
        }
    }
}
