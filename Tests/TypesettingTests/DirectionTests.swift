// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Hyphens
internal import Testing

@testable internal import Typesetting

@Suite struct DirectionTests {
    private let arabic = LanguageTag("ar") ?? .british

    @Test func ordersByLevels() {
        #expect(VisualOrder.order([0, 0, 0]) == [0, 1, 2])
        #expect(VisualOrder.order([1, 1, 1]) == [2, 1, 0])
        // An Arabic line with two Latin words, and a number within an Arabic stretch of a Latin line.
        #expect(VisualOrder.order([1, 1, 2, 2, 2, 1, 1]) == [6, 5, 2, 3, 4, 1, 0])
        #expect(VisualOrder.order([0, 1, 1, 2, 1, 0]) == [0, 4, 3, 2, 1, 5])
        #expect(VisualOrder.order([]) == [])
    }

    private func style(_ language: LanguageTag) -> TextStyle {
        TextStyle(faces: [FaceKey(index: 0)], size: 10, swatch: 0, language: language)
    }

    private func directions(_ runs: [(String, LanguageTag)], _ language: LanguageTag) -> Directions? {
        Directions(
            Paragraph(
                runs: runs.map { TextRun(text: $0.0, style: style($0.1), owner: 0) }, alignment: .start,
                language: language))
    }

    private func stretches(_ text: String, _ directions: Directions, run: Int = 0) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            let all = UnsafeRawBufferPointer(bytes)
            return directions.stretches(of: run, 0..<bytes.count, in: all).map {
                "\($0.level):" + String(decoding: all[$0.range], as: UTF8.self)
            }
        }
    }

    @Test func mostParagraphsHaveOneDirection() {
        #expect(directions([("Слово – “word” №", .russian)], .russian) == nil)
        #expect(directions([("word", .british)], arabic) != nil)
    }

    @Test func cutsWordsWhereTheLevelChanges() throws {
        let text = "الصفحة12"
        let found = try #require(directions([(text, arabic)], arabic))
        #expect(stretches(text, found) == ["1:الصفحة", "2:12"])
    }

    @Test func mirroredBracketsStandAlone() throws {
        let text = "(حق)"
        let found = try #require(directions([(text, arabic)], arabic))
        #expect(stretches(text, found) == ["1:(", "1:حق", "1:)"])
    }

    @Test func telephoneNumbersKeepTheirOrder() throws {
        for number in ["+7 495 123-45-67", "+7\u{A0}(495)\u{A0}123", "8-800-2000-122"] {
            let text = "اتصل \(number) غدا"
            let found = try #require(directions([(text, arabic)], arabic))
            let levels = Set(
                number.utf8.indices.map { index in
                    found.level(
                        run: 0,
                        offset: "اتصل ".utf8.count + number.utf8.distance(from: number.utf8.startIndex, to: index))
                })
            #expect(levels == [2], "\(number)")
            #expect(found.level(run: 0, offset: "اتصل \(number)".utf8.count) == 1)
        }
    }

    @Test func textOfTheOtherDirectionIsIsolated() throws {
        // Without isolation the full stop and the second stretch would join the first.
        let found = try #require(
            directions([("abc.", .british), (" ", arabic), ("def", .british), (" حق", arabic)], arabic))
        #expect(found.level(run: 0, offset: 3) == 2)
        #expect(found.level(run: 1, offset: 0) == 1)
        #expect(found.level(run: 2, offset: 0) == 2)
    }

    @Test func placesGoBackwardsAndTextStays() throws {
        let path = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"
        let fonts = try FontBook([FontFile(name: "naskh", path: path)])
        let typesetter = Typesetter(fonts: fonts, hyphens: HyphenBook())
        let text = "لكل إنسان حق التمتع بكافة الحقوق والحريات الواردة في هذا الإعلان دون أي تمييز"
        let paragraph = Paragraph(
            runs: [TextRun(text: text, style: style(arabic), owner: 0)], alignment: .justified, language: arabic)
        let setting = typesetter.set(paragraph, measure: 120)
        #expect(setting.lines.count > 2)
        let words = setting.lines.flatMap { $0.pieces.map(\.glyphs.text) }.joined()
        #expect(words == text)
        for line in setting.lines {
            let x = line.pieces.filter { $0.glyphs.text != " " }.map(\.x)
            #expect(x == x.sorted(by: >))
            #expect(abs(line.width - 120) < 0.1)
        }
    }

    @Test func lettersJoinAcrossStyles() throws {
        let path = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"
        let fonts = try FontBook([FontFile(name: "naskh", path: path)])
        let typesetter = Typesetter(fonts: fonts, hyphens: HyphenBook())
        var red = style(arabic)
        red.swatch = 1
        func glyphs(_ runs: [(String, TextStyle)]) -> [UInt32] {
            let paragraph = Paragraph(
                runs: runs.map { TextRun(text: $0.0, style: $0.1, owner: 0) }, alignment: .start, language: arabic)
            return typesetter.set(paragraph, measure: 300).lines.flatMap(\.pieces).flatMap { piece in
                piece.glyphs.glyphs.reversed().map(\.id)
            }
        }
        #expect(glyphs([("س", style(arabic)), ("مح", red)]) == glyphs([("سمح", style(arabic))]))
        // A dal joins nothing after it.
        #expect(glyphs([("د", style(arabic)), ("م", red)]) == glyphs([("دم", style(arabic))]))
    }
}
