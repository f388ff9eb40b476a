// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// The project's theme with what a proof needs besides: a component that sets a paragraph in each style.
struct ProofTheme {
    private(set) var theme: Theme

    /// The style of the small lines above specimens.
    static let label = "proof-label"
    /// Styles of which only the colour counts.
    private static let colours: Set<String> = ["link", "ornament"]

    /// The component that sets its paragraphs in `style`.
    static func component(_ style: String) -> String { "in-" + style }

    /// A style of letters to be looked at.
    struct Face {
        var label: String
        var style: String
        var font: String
        var face: String
    }

    static let faces = [
        Face(label: "upright", style: "proof-upright", font: "text", face: "regular"),
        Face(label: "italic", style: "proof-italic", font: "text", face: "italic"),
        Face(label: "bold", style: "proof-bold", font: "text", face: "semibold"),
        Face(label: "bold-italic", style: "proof-bold-italic", font: "text", face: "semibold-italic"),
        Face(label: "sans", style: "proof-sans", font: "sans", face: "regular"),
    ]

    init(_ theme: Theme, divides: Bool) {
        self.theme = theme
        addSpecimens()
        addLetters()
        addText(divides: divides)
        for name in self.theme.styles.keys {
            var component = ComponentStyle()
            component.form = .plain
            component.style = name
            self.theme.components[Self.component(name)] = component
        }
        // A proof is no worksheet that somebody keeps.
        let nothing = Text(
            [], source: "", origin: Origin(source: SourceRange(file: SourceFile(path: "", text: ""), utf8: 0..<0)))
        for language in self.theme.strings.keys { self.theme.strings[language]?["worksheet-note"] = nothing }
    }

    /// The theme's own styles, the largest first, with the name of a specimen: those that look alike share one.
    func specimens() -> [(names: [String], specimen: String, style: Style)] {
        var shown: [(names: [String], specimen: String, style: Style)] = []
        for (name, specimen, style) in sorted() {
            let twin = shown.lastIndex {
                ProofWriter.isOfFigures($0.names[0]) == ProofWriter.isOfFigures(name) && Self.lookAlike($0.style, style)
            }
            if let twin { shown[twin].names.append(name) } else { shown.append(([name], specimen, style)) }
        }
        return shown
    }

    /// Whether a sentence looks the same in both.
    private static func lookAlike(_ one: Style, _ other: Style) -> Bool {
        one.font == other.font && one.face == other.face && one.size == other.size && one.leading == other.leading
            && one.colour == other.colour && one.tracking == other.tracking && one.features == other.features
            && one.isUppercase == other.isUppercase && one.smallCaps == other.smallCaps
    }

    private func sorted() -> [(name: String, specimen: String, style: Style)] {
        theme.styles.filter { !$0.key.hasPrefix("proof-") && !Self.colours.contains($0.key) }
            .sorted { ($1.value.size, $0.key) < ($0.value.size, $1.key) }
            .map { ($0.key, "proof-of-" + $0.key, $0.value) }
    }

    private mutating func addSpecimens() {
        for (name, style) in theme.styles {
            var specimen = style
            // White is the proof's.
            (specimen.before, specimen.after, specimen.inset, specimen.indent) = (1, 0, 0, 0)
            specimen.keepsWithNext = false
            theme.styles["proof-of-" + name] = specimen
        }
        var label = theme.styles["entry-label"] ?? theme.styles["caption"] ?? Style()
        (label.before, label.after, label.indent) = (9, 0, 0)
        label.keepsWithNext = true
        label.hyphenates = false
        theme.styles[Self.label] = label
    }

    private mutating func addLetters() {
        for face in Self.faces where theme.fonts[face.font]?.faces[face.face] != nil {
            var style = Style()
            (style.font, style.face, style.size, style.leading) = (face.font, face.face, 17, 25)
            style.before = 1
            theme.styles[face.style] = style
        }
        func add(_ name: String, _ features: [String], font: String = "text", face: String = "regular") {
            var style = Style()
            (style.font, style.face, style.size, style.leading) = (font, face, 17, 25)
            style.features = features
            style.before = 1
            theme.styles[name] = style
        }
        add("proof-small-capitals", ["smcp"])
        add("proof-figures-text", ["onum", "pnum"])
        add(
            "proof-figures-headings", ["lnum", "pnum"],
            face: theme.fonts["text"]?.faces["semibold"] == nil ? "regular" : "semibold")
        add("proof-figures-tables", ["lnum", "tnum"], font: theme.styles["table-cell"]?.font ?? "sans")
    }

    private mutating func addText(divides: Bool) {
        var body = theme.styles["body"] ?? Style()
        (body.before, body.after, body.indent) = (1, 0, 0)
        body.alignment = .justified
        body.hyphenates = divides
        theme.styles["proof-justified"] = body
        body.alignment = .start
        theme.styles["proof-ragged"] = body
        body.hyphenates = false
        theme.styles["proof-words"] = body
    }
}
