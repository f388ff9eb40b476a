// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Groundwork
internal import Testing

@testable internal import Inks

/// The bytes of a profile that the system's packages bring.
private func profile(_ path: String) throws -> [UInt8] {
    let stream = try #require(fopen(path, "rb"), "\(path) is missing")
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 4 << 20)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, stream))
    return bytes
}

@Suite struct PressProfileTests {
    let press: [UInt8]
    let screen: [UInt8]

    init() throws {
        press = try profile("/usr/share/scribus/profiles/ISOcoated_v2_300_bas.icc")
        screen = try profile("/usr/share/color/icc/sRGB.icc")
    }

    @Test func tellsPressesFromDisplays() throws {
        let printer = try PressProfile.describe(press)
        #expect(printer.isPress && !printer.isDisplay)
        #expect(printer.description.contains("ISO Coated v2 300"))
        #expect((250...310).contains(try PressProfile(press).totalInk()))
        let display = try PressProfile.describe(screen)
        #expect(display.isDisplay && !display.isPress)
        #expect(display.colourSpace == "RGB" && display.deviceClass == "mntr")
        #expect(display.version.first == "2" || display.version.first == "4")
    }

    @Test func turnsColoursIntoInks() throws {
        let press = try PressProfile(press, screen: screen)
        let white = try press.cmyk(of: RGB(red: 1, green: 1, blue: 1))
        #expect([white.cyan, white.magenta, white.yellow, white.black].allSatisfy { $0 < 1 })
        let red = try press.cmyk(of: RGB(red: 0.9, green: 0.1, blue: 0.1))
        #expect(red.magenta > 80 && red.yellow > 70 && red.cyan < 20)
        let night = try press.cmyk(of: RGB(red: 0, green: 0, blue: 0))
        #expect(try night.cyan + night.magenta + night.yellow + night.black <= press.totalInk() + 1)
        #expect(night.black > 60)
    }

    @Test func givesTheSameInksEachTime() async throws {
        let pixels = (0..<3 * 5000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 >> 6) }
        let first = try PressProfile(press, screen: screen)
        let expected = try first.convert(pixels)
        #expect(expected.count == 4 * 5000)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<4 { group.addTask { try first.convert(pixels) } }
            for try await inks in group { #expect(inks == expected) }
        }
        #expect(try PressProfile(press, screen: screen).convert(pixels) == expected)
        #expect(try first.convert([255, 255, 255, 0, 0]).count == 4)
        #expect(try first.convert([]).isEmpty)
    }

    @Test func refusesWhatIsNoPress() throws {
        #expect(throws: StageFailure.self) { try PressProfile(screen) }
        #expect(throws: StageFailure.self) { try PressProfile(press, screen: press) }
        #expect(throws: StageFailure("not an ICC profile")) { try PressProfile.describe([1, 2, 3]) }
        #expect(throws: StageFailure("the ICC profile is cut off")) {
            try PressProfile.describe(Array(press.prefix(5000)))
        }
    }

    /// Damage after damage in the tag table: an answer or a refusal, and no crash.
    @Test func survivesCorruptProfiles() {
        for offset in stride(from: 128, to: 1200, by: 13) {
            var corrupt = press
            for index in offset..<offset + 8 { corrupt[index] = 0xFF }
            _ = try? PressProfile(corrupt).cmyk(of: RGB(red: 0.2, green: 0.4, blue: 0.6))
        }
    }
}
