// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Manuscript

@Suite("Limits of typography") struct TypographyLimitsTests {
    private static let path = "Documents/theme.yaml"

    @Test("what a theme does not say comes from the built-in one, in variants from the theme")
    func layers() throws {
        let house = """
            typography: {ladder: 1, rivers: 4, word-space: [0.8, 1.5]}
            variants:
              phone:
                typography: {rivers: 9, loose-lines-per-100: 12.5}
            """
        let read = TemporaryProject([Self.path: house]).read()
        #expect(read.faults.isEmpty)
        let theme = try #require(read.publication).theme
        #expect(theme.typography.ladder == 1)
        #expect(theme.typography.stack == 3)
        #expect(theme.typography.wordSpace == 0.8...1.5)
        let phone = try #require(theme.variant("phone")).typography
        #expect((phone.ladder, phone.rivers) == (1, 9))
        #expect(phone.looseLinesPer100 == 12.5)
        #expect(theme.variant("large-print")?.typography == theme.typography)
        #expect(Theme.builtIn.typography == TypographyLimits())
    }

    @Test(
        "limits that are none are told",
        arguments: [
            "word-space: [1]", "word-space: [1.2, 1.6]", "word-space: [0.5, x]", "ladder: many",
            "rivers: -1", "stacks: 3", "loose-lines-per-100: nan",
        ])
    func faults(_ limit: String) {
        let faults = TemporaryProject([Self.path: "typography: {\(limit)}"]).faults()
        #expect(faults.count == 1, "\(faults)")
    }
}
