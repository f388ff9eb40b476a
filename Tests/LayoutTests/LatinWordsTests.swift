// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Layout

@Suite struct LatinWordsTests {
    private func latin(_ text: String) -> [String] {
        let parts = LatinWords.parts(of: text)
        #expect(parts.map(\.text).joined() == text)
        return parts.filter(\.isLatin).map(\.text)
    }

    @Test func titlesAndAddressesAreFound() {
        #expect(latin("ВОЗ (2022) “Mental health”, бюллетень") == ["Mental health"])
        #expect(latin("см. https://doi.org/10.1080/0022.17, том") == ["https://doi.org/10.1080/0022.17"])
        #expect(latin("Straßmayr, Matanov – о том") == ["Straßmayr, Matanov"])
    }

    @Test func codesAreLeftAlone() {
        #expect(latin("код F18, степень A") == [])
        #expect(latin("только кириллица, 2021") == [])
        #expect(latin("") == [])
    }
}
