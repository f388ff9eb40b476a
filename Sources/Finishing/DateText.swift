// SPDX-License-Identifier: GPL-3.0-or-later

/// A moment in UTC, by the Gregorian calendar.
struct DateText {
    private let fields: [Int]

    /// The moment `seconds` after 1970.
    init(secondsSince1970 seconds: Int) {
        // The years 1 to 9999 are all that the formats can say.
        let seconds = min(max(seconds, -62_135_596_800), 253_402_300_799)
        let days = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - days * 86400
        // Days are counted from March 1 of year 0, so that leap days end a year.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let day = shifted % 146_097
        let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        fields = [
            year + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
            dayOfYear - (153 * month + 2) / 5 + 1, rest / 3600, rest / 60 % 60, rest % 60,
        ]
    }

    /// `D:20260131120000Z`.
    var pdf: String { "D:" + joined(["", "", "", "", ""]) + "Z" }
    /// `2026-01-31T12:00:00Z`.
    var iso: String { joined(["-", "-", "T", ":", ":"]) + "Z" }

    private func joined(_ separators: [String]) -> String {
        var text = ""
        for (index, field) in fields.enumerated() {
            let digits = String(field)
            text += String(repeating: "0", count: max(0, (index == 0 ? 4 : 2) - digits.utf8.count)) + digits
            if index < separators.count { text += separators[index] }
        }
        return text
    }
}
