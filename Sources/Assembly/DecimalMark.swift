// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
internal import Languages

extension Book {
    /// What stands between a number's whole part and its decimals in `language`: a full stop or a comma.
    public func decimalMark(in language: LanguageTag) -> Unicode.Scalar {
        Locale.number("0.5", in: language)?.unicodeScalars.dropFirst().first ?? "."
    }
}
