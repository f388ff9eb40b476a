// SPDX-License-Identifier: GPL-3.0-or-later
internal import CICU
public import Groundwork

/// Dates, numbers and times as a language writes them, by the data of CLDR. Figures are Latin in every language, so that a reader
/// can dial and compare them.
public enum Locale {
    /// The version of ICU that this process runs on: another one may write a date otherwise.
    public static var version: String {
        var numbers: [UInt8] = [0, 0, 0, 0]
        pamphlet_icu_version(&numbers)
        return "\(numbers[0]).\(numbers[1])"
    }

    /// A day of the Gregorian calendar, as in 5 March 2026; `nil` where CLDR has no data of the language.
    public static func date(daysFrom1970 days: Int, in language: LanguageTag) -> String? {
        guard let locale = locale(of: language) else { return nil }
        // The narrow space before `г.` would look like a slip among the others of the line.
        return text { pamphlet_icu_date(locale, 0, Double(days) * 86_400_000, $0, $1) }?
            .replacing("\u{202F}", with: "\u{A0}")
    }

    /// The time of day `minutes` after midnight.
    public static func time(minutes: Int, in language: LanguageTag) -> String? {
        guard let locale = locale(of: language) else { return nil }
        return text { pamphlet_icu_date(locale, 1, Double(minutes) * 60_000, $0, $1) }
    }

    /// The number written `-1234567.89`; `nil` if it is none.
    public static func number(_ written: String, in language: LanguageTag) -> String? {
        decimal(written, isShare: false, in: language)
    }

    /// The share written `0.25`, as in 25%; `nil` if it is no number.
    public static func share(_ written: String, in language: LanguageTag) -> String? {
        decimal(written, isShare: true, in: language)
    }

    private static func decimal(_ written: String, isShare: Bool, in language: LanguageTag) -> String? {
        guard let decimals = decimals(of: written) else { return nil }
        let locale = locale(of: language) ?? "root@numbers=latn"
        let shown = Int32(isShare ? max(0, decimals - 2) : decimals)
        let grouping = Int32(max(0, Language.of(language).digitsGroupedFrom - 3))
        return text {
            pamphlet_icu_number(locale, isShare ? 1 : 0, written, shown, grouping > 1 ? grouping : 0, $0, $1)
        }
    }

    /// How many figures `written` has after its full stop; `nil` if it is no decimal number.
    private static func decimals(of written: String) -> Int? {
        let digits = written.first == "-" ? written.dropFirst() : written[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), digits.utf8.count <= 40,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        return parts.count == 2 ? parts[1].utf8.count : 0
    }

    /// The marks that CLDR gives.
    static func quotes(of language: LanguageTag) -> QuotationMarks? {
        guard let locale = locale(of: language) else { return nil }
        let marks = (0..<4).compactMap { kind -> String? in
            let unit = pamphlet_icu_quote(locale, Int32(kind))
            return unit == 0 ? nil : Unicode.Scalar(unit).map { String($0) }
        }
        guard marks.count == 4 else { return nil }
        return QuotationMarks(
            outer: .init(open: marks[0], close: marks[1]), inner: .init(open: marks[2], close: marks[3]))
    }

    /// ICU's name of `language`, British where English of no country is meant.
    static func locale(of language: LanguageTag) -> String? {
        var tag = language.description
        if tag.lowercased() == "en" { tag = "en-GB" }
        guard !tag.lowercased().contains("-u-") else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer -> String? in
            guard let start = buffer.baseAddress,
                pamphlet_icu_locale(tag + "-u-ca-gregory-nu-latn", start, Int32(buffer.count)) != 0
            else { return nil }
            return String(cString: start)
        }
    }

    private static func text(_ fill: (UnsafeMutablePointer<UInt16>, Int32) -> Int32) -> String? {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: 160) { buffer -> String? in
            guard let start = buffer.baseAddress else { return nil }
            let length = fill(start, Int32(buffer.count))
            guard length > 0 else { return nil }
            return String(decoding: buffer[..<Int(length)], as: UTF16.self)
        }
    }
}
