// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Testing

@testable internal import Fonts

@Suite struct LocalFormsTests {
    private let book: FontBook
    private let faces: [String]

    init() throws {
        let names = [
            "Regular", "Italic", "Medium", "SemiBold", "SemiBoldItalic", "Bold", "BoldItalic",
        ]
        faces = names
        book = try FontBook(
            names.map {
                FontFile(
                    name: $0,
                    path: fontPath("Vollkorn-\($0).ttf", system: "/usr/share/fonts/truetype/vollkorn"))
            } + [
                FontFile(name: "sans", path: fontPath("Inter-Regular.otf", system: "/usr/share/fonts/opentype/inter"))
            ])
    }

    private func glyphs(_ text: String, _ face: String, _ language: String) throws -> [UInt32] {
        let key = try #require(book.face(named: face))
        let tag = try #require(LanguageTag(language))
        return book.shape(text, face: key, features: [], language: tag).glyphs.map(\.id)
    }

    private func changed(_ text: String, _ face: String, _ language: String) throws -> String {
        var result = ""
        for character in text
        where try glyphs(String(character), face, language) != glyphs(String(character), face, "ru") {
            result.append(character)
        }
        return result
    }

    private func hasLocalForms(_ face: String, _ language: String, _ script: String) throws -> Bool {
        book.hasLocalForms(
            try #require(book.face(named: face)), language: try #require(LanguageTag(language)), script: script)
    }

    @Test func bulgarianTakesItsModernShapes() throws {
        for face in faces where !face.hasSuffix("Italic") {
            #expect(try changed(Self.cyrillic, face, "bg") == "вгджзийклнптцчшщъьюДЛФ", "\(face)")
        }
        for face in faces where face.hasSuffix("Italic") {
            #expect(try changed(Self.cyrillic, face, "bg-BG") == "вджзкюДЛФ", "\(face)")
        }
    }

    @Test func serbianItalicTakesItsOwnShapes() throws {
        for face in faces {
            let expected = face.hasSuffix("Italic") ? "бгдпт" : "б"
            for language in ["sr", "sr-Cyrl", "sr-Cyrl-RS"] {
                #expect(try changed(Self.cyrillic, face, language) == expected, "\(face) \(language)")
            }
        }
    }

    @Test func romanianHasCommasBelow() throws {
        #expect(try glyphs("șț", "Regular", "ro") == glyphs("şţ", "Regular", "ro"))
        #expect(try glyphs("șț", "Regular", "en") != glyphs("şţ", "Regular", "en"))
    }

    @Test func localFormsCanBeSwitchedOff() throws {
        let key = try #require(book.face(named: "Regular"))
        let plain = book.shape("глжд", face: key, features: ["-locl"], language: try #require(LanguageTag("bg")))
        #expect(try plain.glyphs.map(\.id) == glyphs("глжд", "Regular", "ru"))
    }

    @Test func facesSayWhetherTheyHaveLocalForms() throws {
        for face in faces {
            #expect(try hasLocalForms(face, "bg", "Cyrl") && hasLocalForms(face, "sr-Cyrl", "Cyrl"), "\(face)")
            #expect(try hasLocalForms(face, "ro", "Latn"), "\(face)")
            #expect(try !hasLocalForms(face, "ru", "Cyrl"), "\(face)")
        }
        #expect(try !hasLocalForms("sans", "bg", "Cyrl") && !hasLocalForms("sans", "sr", "Cyrl"))
    }

    @Test func lettersOfTheHouseAreCovered() throws {
        let wanted = "\u{301}№₴₽₸әғқңөұүһіӘҒҚҢӨҰҮҺІґєїҐЄЇђјљњћџЂЈЉЊЋЏșțăâîȘȚğışĞİŞąćęłńóśźżñ¿¡ßœæαωΩ"
        for face in faces + ["sans"] {
            let key = try #require(book.face(named: face))
            #expect(wanted.unicodeScalars.filter { !book.covers($0, face: key) } == [], "\(face)")
        }
    }

    private static let cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяДЛФ"
}
