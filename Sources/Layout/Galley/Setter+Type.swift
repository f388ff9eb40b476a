// SPDX-License-Identifier: GPL-3.0-or-later
import Fonts
import Groundwork
import Manuscript
import Typesetting

/// What a span asks of the face.
enum Dress: Hashable {
    /// Raised and small: the mark of a note, the ending of an ordinal.
    case superior
    /// Capitals of the height of small letters.
    case smallCaps
    /// Figures about a stroke.
    case fraction
    /// A number with its ending.
    case ordinal

    /// What `attributes` ask for.
    init?(_ attributes: Attributes) {
        if attributes.marks("smallcaps") {
            self = .smallCaps
        } else if attributes.marks("frac") {
            self = .fraction
        } else if attributes.marks("ordinal") {
            self = .ordinal
        } else if attributes.marks("sup") {
            self = .superior
        } else {
            return nil
        }
    }
}

extension Setter {
    /// How `sample` looks, set in `context`.
    mutating func textStyle(_ context: InlineContext, sample: String, _ origin: Origin) -> TextStyle {
        var style = context.style
        var size = style.size
        if context.isCode, style.font != "mono" {
            // Code stands as high as the text around it.
            let around = xHeight(of: style)
            style.font = "mono"
            let own = xHeight(of: style)
            if around > 0, own > 0 { size *= min(max(around / own, 0.7), 1.2) }
        }
        var text = TextStyle(
            faces: faces(style, italic: context.isItalic, bold: context.isBold), size: size,
            swatch: swatch(context.colour ?? style.colour), features: features(style, context.language),
            tracking: style.tracking, rise: 0,
            language: context.language, hyphenates: context.hyphenates && !context.isCode)
        if let dress = context.dress { apply(dress, to: &text, style, sample: sample, origin) }
        return text
    }

    private func xHeight(of style: Style) -> Double {
        faces(style, italic: false, bold: false).first.map { fonts.metrics(of: $0).xHeight } ?? 0
    }

    private mutating func apply(
        _ dress: Dress, to text: inout TextStyle, _ style: Style, sample: String, _ origin: Origin
    ) {
        guard sample.contains(where: { !$0.isWhitespace }) else { return }
        text.hyphenates = false
        switch dress {
        case .superior: raise(&text, style, sample: sample)
        case .ordinal:
            if sample.contains(where: \.isNumber), dresses(sample, with: "ordn", text, lettersOnly: true) {
                text.features.append("ordn")
            } else if !sample.contains(where: \.isNumber) {
                raise(&text, style, sample: sample)
            }
        case .fraction:
            if dresses(sample, with: "frac", text) {
                text.features = ["frac"]
            } else {
                lacks("fractions", "type a character such as ½, or name a face with the feature frac", origin)
            }
        case .smallCaps:
            if !makeSmall(&text, sample) {
                lacks("small capitals", "name a face with the feature smcp, or leave the mark out", origin)
            }
        }
    }

    /// Sets `sample` in small capitals if the face has real ones; says whether it has.
    func makeSmall(_ text: inout TextStyle, _ sample: String) -> Bool {
        let letters = sample.lowercased().filter { $0.isLetter }
        if letters.isEmpty { return true }
        guard dresses(letters, with: "smcp", text) else { return false }
        text.features.append("smcp")
        // Capitals want some air, small ones too.
        text.tracking = max(text.tracking, 15)
        return true
    }

    /// The face's own superiors, or else smaller characters, raised: neither moves the lines apart.
    private func raise(_ text: inout TextStyle, _ style: Style, sample: String) {
        if dresses(sample, with: "sups", text) {
            // With the shapes that the style has chosen: a 1 that is no I.
            text.features = ["sups"] + style.features.filter { $0.hasPrefix("ss") }
            return
        }
        text.features = ["lnum", "tnum"]
        text.size *= 0.62
        text.rise = style.size * 0.36
        // Made smaller, strokes grow thin: the next weight evens that.
        if style.face == "regular", sample.contains(where: \.isLetter),
            let medium = theme.fonts[style.font]?.faces["medium"].flatMap({ fonts.face(named: $0) }),
            text.faces.first == faces(style, italic: false, bold: false).first
        {
            text.faces[0] = medium
        }
    }

    private func dresses(
        _ sample: String, with feature: String, _ text: TextStyle, lettersOnly: Bool = false
    ) -> Bool {
        guard let face = text.faces.first else { return false }
        return fonts.dresses(
            sample, with: feature, face: face, language: text.language, lettersOnly: lettersOnly)
    }

    private mutating func lacks(_ what: String, _ hint: String, _ origin: Origin) {
        faults.append(
            Diagnostic(
                .warning, "face-lacks-feature", "the face of this text has no \(what) for all of its characters",
                hint: hint, at: origin))
    }
}
