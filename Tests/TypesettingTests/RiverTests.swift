// SPDX-License-Identifier: GPL-3.0-or-later
internal import Testing
internal import Typesetting

@Suite("Rivers") struct RiverTests {
    @Test("gaps that only touch do not overlap")
    func touching() {
        #expect(Rivers.find(in: [[0...4], [4...8], [8...12]]).isEmpty)
        #expect(Rivers.find(in: [[0...4], [3...8], [7...12]]).map(\.length) == [3])
    }

    @Test("a line without wide gaps ends a river")
    func interrupted() {
        #expect(Rivers.find(in: [[0...4], [0...4], [], [0...4], [0...4]]).isEmpty)
        let rivers = Rivers.find(in: [[0...4], [0...4], [0...4], [], [0...4]])
        #expect(rivers == [Rivers.River(first: 0, length: 3, gap: 0)])
    }

    @Test("a river is told once, as long as it is")
    func longest() {
        let gaps = (0..<6).map { line in [Double(line)...(Double(line) + 3), 100...103] }
        #expect(Rivers.find(in: gaps).map(\.length) == [6, 6])
    }
}
