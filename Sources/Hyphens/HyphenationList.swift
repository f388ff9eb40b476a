// SPDX-License-Identifier: GPL-3.0-or-later
internal import CHyphen
internal import Glibc
public import Groundwork

/// The hyphenation patterns of one language.
public final class HyphenationList: Sendable {
    /// Read only once it is loaded: libhyphen keeps no state between words, so tasks may share it.
    nonisolated(unsafe) private let patterns: UnsafeMutablePointer<HyphenDict>
    private let sense: DivisionSense?
    /// Whether the list leaves consonants alone, as that of German does.
    private let leavesConsonants: Bool

    /// The list in the file at `path`, whose first line names its encoding, for words of `language`.
    public convenience init(path: String, language: LanguageTag) throws(StageFailure) {
        try self.init(ListFile.bytes(of: path, language), language: language)
    }

    /// The list that `bytes` hold, whose first line names their encoding, for words of `language`.
    public init(_ bytes: [UInt8], language: LanguageTag) throws(StageFailure) {
        let text = try ListFile.readable(bytes)
        guard let stream = text.withUnsafeBytes({ fmemopen(nil, $0.count + 1, "w+") }) else {
            throw StageFailure("out of memory for hyphenation of \(language)")
        }
        defer { fclose(stream) }
        let written = text.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stream) }
        rewind(stream)
        guard written == text.count, let patterns = hnj_hyphen_load_file(stream) else {
            throw StageFailure("the hyphenation list of \(language) cannot be used")
        }
        self.patterns = patterns
        sense = DivisionSense(of: language)
        leavesConsonants = language.primary == "de"
    }

    deinit { hnj_hyphen_free(patterns) }

    /// Where `word`, letters only, may be divided: UTF-8 offsets, ascending. `minima` are the least letters before and after a
    /// division.
    public func points(in word: String, minima: (before: Int, after: Int) = (2, 2)) -> [Int] {
        // NUL-terminated, because libhyphen reads one byte past the length.
        var bytes: [CChar] = []
        var letters: [Unicode.Scalar] = []
        var ends: [Int] = []
        var end = 0
        for scalar in word.unicodeScalars {
            end += UTF8.width(scalar)
            // No list knows marks of stress: the letter below bears them along.
            if Self.isStress(scalar), !ends.isEmpty {
                ends[ends.count - 1] = end
                continue
            }
            // A lower-case form of another length would shift the offsets: such a letter stays as it is.
            let lower = scalar.properties.lowercaseMapping
            let form = lower.utf8.count == UTF8.width(scalar) ? lower : String(scalar)
            bytes += form.utf8.map { CChar(bitPattern: $0) }
            letters.append(form.unicodeScalars.first ?? scalar)
            ends.append(end)
        }
        let length = Int32(clamping: bytes.count)
        guard length > 0, length < 1000 else { return [] }
        bytes.append(0)
        let marks = marks(in: bytes, length, minima)
        let first = max(minima.before, 1) - 1
        let last = ends.count - max(minima.after, 1) - 1
        guard first <= last else { return [] }
        return (first...last).compactMap { place in
            guard marks[place] & 1 == 1, sense?.allows(letters, before: place + 1) ?? true else { return nil }
            // Between two divisions a consonant alone is no syllable: it stays with what is before it.
            let isAlone =
                leavesConsonants && place < last && marks[place + 1] & 1 == 1
                && DivisionSense.isLatinConsonant(letters[place + 1])
            return isAlone ? nil : ends[place]
        }
    }

    /// A grave or an acute accent that stands over a letter as a sign of its own.
    private static func isStress(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{300}" || scalar == "\u{301}" }

    /// One mark for each scalar, odd where a division may follow it; what is beyond the scalars is junk.
    private func marks(in word: [CChar], _ length: Int32, _ minima: (before: Int, after: Int)) -> [CChar] {
        var marks = [CChar](repeating: 0, count: word.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let status = hnj_hyphen_hyphenate3(
            patterns, word, length, &marks, nil, &replacements, &positions, &cuts, Int32(clamping: minima.before),
            Int32(clamping: minima.after), 0, 0)
        if let replacements {
            // A division that changes the spelling is not made.
            for index in 0..<Int(length) where replacements[index] != nil {
                marks[index] = 0
                free(replacements[index])
            }
        }
        free(replacements)
        free(positions)
        free(cuts)
        return status == 0 ? marks : marks.map { _ in 0 }
    }
}
