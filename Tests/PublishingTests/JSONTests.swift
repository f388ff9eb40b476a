// SPDX-License-Identifier: GPL-3.0-or-later
import Publishing
import Testing

@Suite struct JSONTests {
    @Test func readsWhatItWrites() {
        let value = JSON.object([
            "b": .array([.integer(-3), .number(0.5), .boolean(true), .null, .array([])]),
            "a": .string("Обложка \"1\"\n\t\\ \u{1}"),
        ])
        #expect(JSON(value.line) == value)
        #expect(JSON(value.pretty) == value)
        #expect(value.line.hasPrefix(#"{"a":"Обложка \"1\"\n\t\\ \u0001","b":"#))
    }

    @Test(arguments: ["", "{", "[1,]", "\"a", "{\"a\" 1}", "1 2", "nul"])
    func refuses(_ text: String) {
        #expect(JSON(text) == nil)
    }

    @Test func refusesWhatIsNestedWithoutEnd() {
        #expect(JSON(String(repeating: "[", count: 100_000)) == nil)
    }
}
