// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork
internal import Synchronization

/// The hyphenation lists of a project. Tasks may share it: a list is loaded when it is first asked.
public struct HyphenBook: Sendable {
    private let shelf: Shelf

    /// Lists by language, each at a path. Throws if one of them cannot be read.
    public init(_ paths: [LanguageTag: String]) throws(StageFailure) {
        for (language, path) in paths.sorted(by: { $0.key < $1.key }) where access(path, R_OK) != 0 {
            throw StageFailure("cannot read the hyphenation list of \(language)")
        }
        shelf = Shelf(paths)
    }

    /// No lists: nothing is divided.
    public init() { shelf = Shelf([:]) }

    /// The list for `language`: that of the tag, or else of another tag with the same primary subtag.
    public func list(for language: LanguageTag) throws(StageFailure) -> HyphenationList? {
        try shelf.list(for: language)
    }

    /// Where `word`, letters only, may be divided: UTF-8 offsets, ascending; none without a list. `minima` are the least letters
    /// before and after a division; `nil` for what is usual in the language.
    public func points(in word: String, language: LanguageTag, minima: (before: Int, after: Int)? = nil) -> [Int] {
        (try? list(for: language))?.points(in: word, minima: minima) ?? []
    }
}

private final class Shelf: Sendable {
    private let paths: [LanguageTag: String]
    private let lists = Mutex<[LanguageTag: Result<HyphenationList, StageFailure>]>([:])

    init(_ paths: [LanguageTag: String]) { self.paths = paths }

    func list(for language: LanguageTag) throws(StageFailure) -> HyphenationList? {
        let tag = paths[language] != nil ? language : paths.keys.sorted().first { $0.primary == language.primary }
        guard let tag, let path = paths[tag] else { return nil }
        return try lists.withLock { lists -> Result<HyphenationList, StageFailure> in
            if let list = lists[tag] { return list }
            let list = Result { () throws(StageFailure) in try HyphenationList(path: path, language: tag) }
            lists[tag] = list
            return list
        }.get()
    }
}
