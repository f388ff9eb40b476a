// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Glibc
internal import Groundwork
internal import Hyphens
internal import Typesetting

/// What the tests set with: two faces, a third for Arabic, and division lists small enough to foresee.
struct Bench {
    let fonts: FontBook
    let hyphens: HyphenBook
    let typesetter: Typesetter
    let serif: FaceKey
    let sans: FaceKey
    let naskh: FaceKey

    init() throws {
        fonts = try FontBook([
            FontFile(name: "serif", path: Self.font("Vollkorn-Regular.ttf", "/usr/share/fonts/truetype/vollkorn")),
            FontFile(name: "sans", path: Self.font("Inter-Regular.otf", "/usr/share/fonts/opentype/inter")),
            FontFile(
                name: "naskh", path: Self.font("NotoNaskhArabic-Regular.ttf", "/usr/share/fonts/truetype/noto")),
        ])
        serif = FaceKey(index: 0)
        sans = FaceKey(index: 1)
        naskh = FaceKey(index: 2)
        let vowels = "аеиоуыэюяaeiou".map { "\($0)1\n" }.joined()
        let list = try Self.list("UTF-8\n" + vowels)
        defer { unlink(list) }
        hyphens = try HyphenBook([.british: list, .russian: list])
        _ = (hyphens.points(in: "a", language: .british), hyphens.points(in: "a", language: .russian))
        typesetter = Typesetter(fonts: fonts, hyphens: hyphens, exceptions: [.british: ["typo-graphy"]])
    }

    /// The repository's copy of a font, or the system's.
    private static func font(_ name: String, _ system: String) -> String {
        let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
        return access("\(root)/Fonts/\(name)", R_OK) == 0 ? "\(root)/Fonts/\(name)" : "\(system)/\(name)"
    }

    private static func list(_ text: String) throws -> String {
        var template = Array("/tmp/hyphens-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0, write(descriptor, text, text.utf8.count) == text.utf8.count else {
            throw StageFailure("no temporary file")
        }
        close(descriptor)
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    func run(
        _ text: String, language: LanguageTag = .british, size: Double = 10, owner: Int32 = 0, anchors: [String] = [],
        faces: [FaceKey]? = nil, features: [String] = []
    ) -> TextRun {
        let style = TextStyle(
            faces: faces ?? [serif, sans], size: size, swatch: 0, features: features, language: language)
        return TextRun(text: text, style: style, owner: owner, anchors: anchors)
    }

    func paragraph(
        _ text: String, _ alignment: Paragraph.Alignment = .justified, language: LanguageTag = .british,
        hyphenates: Bool = true, balanced: Bool = false, indent: Double = 0
    ) -> Paragraph {
        Paragraph(
            runs: [run(text, language: language)], alignment: alignment, indent: indent, hyphenates: hyphenates,
            isBalanced: balanced, language: language)
    }
}

extension Setting {
    /// What the lines say, divisions marked by `=`.
    var texts: [String] {
        lines.map { line in
            line.pieces.map { ($0.isDivision ? "=" : $0.glyphs.text) + ($0.blank > 0 ? " " : "") }.joined()
        }
    }

    /// The text as it would be copied out.
    var copied: String {
        lines.flatMap(\.pieces).map { ($0.isDivision ? "" : $0.glyphs.text) + ($0.blank >= 0 ? " " : "") }.joined()
    }
}
