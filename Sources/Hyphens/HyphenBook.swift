// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
public import Groundwork
internal import Synchronization

/// The hyphenation lists of a project. Tasks may share it: a list is loaded when it is first asked, and a list that cannot be
/// loaded divides nothing and is named by `faults`.
public struct HyphenBook: Sendable {
    /// Gives the bytes of a list, or says why not.
    public typealias Source = @Sendable () -> Result<[UInt8], StageFailure>
    private let shelf: Shelf

    /// Lists by language, each given by its source when it is wanted.
    public init(sources: [LanguageTag: Source]) { shelf = Shelf(sources) }

    /// Lists by language, each at a path. Throws if one of them cannot be read.
    public init(_ paths: [LanguageTag: String]) throws(StageFailure) {
        for (language, path) in paths.sorted(by: { $0.key < $1.key }) where access(path, R_OK) != 0 {
            throw StageFailure("cannot read the hyphenation list of \(language)")
        }
        var sources: [LanguageTag: Source] = [:]
        for (language, path) in paths {
            sources[language] = { ListFile.contents(path, language) }
        }
        self.init(sources: sources)
    }

    /// No lists: nothing is divided.
    public init() { self.init(sources: [:]) }

    /// The list for `language`: that of the tag, or else of another tag with the same primary subtag and the same script.
    public func list(for language: LanguageTag) throws(StageFailure) -> HyphenationList? {
        try shelf.list(for: language)
    }

    /// Whether words of `language` are divided: there is a list, and it can be read.
    public func hasList(for language: LanguageTag) -> Bool { (try? list(for: language)) != nil }

    /// Where `word`, letters only, may be divided: UTF-8 offsets, ascending; none without a list. `minima` are the least letters
    /// before and after a division.
    public func points(in word: String, language: LanguageTag, minima: (before: Int, after: Int) = (2, 2)) -> [Int] {
        (try? list(for: language))?.points(in: word, minima: minima) ?? []
    }

    /// The lists that were wanted so far and cannot be used, in the order of their tags.
    public var faults: [(language: LanguageTag, failure: StageFailure)] { shelf.faults }
}

private final class Shelf: Sendable {
    private let sources: [LanguageTag: HyphenBook.Source]
    private let state = Mutex(State())

    private struct State {
        /// The list's tag by the tag that was asked.
        var tags: [LanguageTag: LanguageTag?] = [:]
        var lists: [LanguageTag: Result<HyphenationList, StageFailure>] = [:]
    }

    init(_ sources: [LanguageTag: HyphenBook.Source]) { self.sources = sources }

    func list(for language: LanguageTag) throws(StageFailure) -> HyphenationList? {
        let list = state.withLock { state -> Result<HyphenationList, StageFailure>? in
            let tag = state.tags[language] ?? nearest(to: language)
            state.tags[language] = .some(tag)
            guard let tag, let source = sources[tag] else { return nil }
            if let list = state.lists[tag] { return list }
            let list = Self.loaded(source, tag)
            state.lists[tag] = list
            return list
        }
        return try list?.get()
    }

    private static func loaded(
        _ source: HyphenBook.Source, _ tag: LanguageTag
    ) -> Result<HyphenationList, StageFailure> {
        do throws(StageFailure) {
            return .success(try HyphenationList(source().get(), language: tag))
        } catch {
            return .failure(error)
        }
    }

    private func nearest(to language: LanguageTag) -> LanguageTag? {
        if sources[language] != nil { return language }
        return sources.keys.sorted().first { $0.primary == language.primary && $0.script == language.script }
    }

    var faults: [(language: LanguageTag, failure: StageFailure)] {
        state.withLock { state in
            state.lists.sorted { $0.key < $1.key }.compactMap { tag, list in
                guard case .failure(let failure) = list else { return nil }
                return (tag, failure)
            }
        }
    }
}
