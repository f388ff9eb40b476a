// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Testing

@testable import Artwork

@Suite("QR codes") struct CodeSquareTests {
    @Test("three corners have the pattern that cameras look for")
    func corners() throws {
        let code = try CodeSquare("https://example.org/")
        #expect((code.modules - 17) % 4 == 0)
        let last = code.modules - 7
        for (row, column) in [(0, 0), (0, last), (last, 0)] {
            for step in 0..<7 {
                #expect(code[row, column + step] && code[row + 6, column + step])
                #expect(code[row + step, column] && code[row + step, column + 6])
            }
            #expect(!code[row + 1, column + 1] && code[row + 3, column + 3])
        }
        #expect(!code[-1, 0] && !code[0, code.modules])
    }

    @Test("the same text gives the same square, within its frame and with its border")
    func path() throws {
        let code = try CodeSquare("https://example.org/")
        #expect(try CodeSquare("https://example.org/") == code)
        let frame = Rect(x: 10, y: 20, width: 80, height: 80)
        let border = 80 / Double(code.modules + 8) * 4
        for segment in code.path(in: frame).segments {
            guard case .line(let point) = segment else { continue }
            #expect(point.x >= 10 + border - 0.001 && point.x <= 90 - border + 0.001)
            #expect(point.y >= 20 + border - 0.001 && point.y <= 100 - border + 0.001)
        }
    }

    @Test("what no code can hold is refused", arguments: ["", "a\u{0}b", String(repeating: "x", count: 4000)])
    func refused(text: String) {
        #expect(throws: ArtworkFault.self) { try CodeSquare(text) }
    }
}
