// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

extension Orthography {
    /// A paragraph's text, flat: its spans in order with their places.
    private struct Flat {
        var spans: [TextSpan] = []
        var origins: [Origin] = []
        /// Whether a span stands for a value that has been written out.
        var hasValues = false
        var next = 0

        mutating func add(_ text: String, _ context: Context, isVerbatim: Bool = false, at origin: Origin) {
            spans.append(
                TextSpan(
                    text, language: context.language, isVerbatim: isVerbatim || context.isVerbatim,
                    switches: context.switches))
            origins.append(origin)
        }

        mutating func take() -> String {
            defer { next += 1 }
            return spans.indices.contains(next) ? spans[next].text : ""
        }
    }

    /// Sets the running text of one paragraph; whether anything changed.
    mutating func set(_ inlines: inout [Inline], _ context: Context) -> Bool {
        guard !inlines.isEmpty else { return false }
        var flat = Flat()
        flatten(inlines, context, &flat)
        let outcome = rules.apply(to: &flat.spans)
        for fault in outcome.unbalanced where flat.origins.indices.contains(fault.span) {
            reportUnbalanced(at: flat.origins[fault.span])
        }
        guard outcome.hasChanged || flat.hasValues else { return false }
        inlines = rebuilt(inlines, &flat)
        return true
    }

    private mutating func flatten(_ inlines: [Inline], _ context: Context, _ flat: inout Flat) {
        // What somebody must still write is not a text yet.
        for inline in Gaps.cut(inlines) {
            let origin = inline.origin
            switch inline.content {
            case .text(let text): flat.add(text, context, at: origin)
            case .softBreak: flat.add(" ", context, at: origin)
            case .lineBreak: flat.add("\n", context, isVerbatim: true, at: origin)
            case .code(let text): flat.add(text, context, isVerbatim: true, at: origin)
            case .placeholder(let gap): flat.add(gap.text, context, isVerbatim: true, at: origin)
            case .image(let figure):
                // Its alternative is a text of its own.
                var own = context
                own.language = figure.alternativeLanguage ?? context.language
                let alternative = plain(figure.alternative, own, at: origin)
                if alternative != figure.alternative { flat.hasValues = true }
                flat.add("\u{FFFC}" + alternative, context, isVerbatim: true, at: origin)
            case .field: flat.add("\u{FFFC}", context, isVerbatim: true, at: origin)
            case .noteReference, .noteCall, .anchor: break
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): flatten(inner, context, &flat)
            case .link(let target, let inner):
                var own = context
                own.isVerbatim = context.isVerbatim || Self.isAddress(target, inner)
                flatten(inner, own, &flat)
            case .span(let attributes, let inner): flatten(span: attributes, inner, context, at: origin, &flat)
            }
        }
    }

    private mutating func flatten(
        span attributes: Attributes, _ inner: [Inline], _ context: Context, at origin: Origin, _ flat: inout Flat
    ) {
        var own = context
        own.language = attributes.language ?? context.language
        if let off = attributes["rules"] { own.switches = switches(off, context, at: origin) }
        if let kind = WrittenValue.Kind(attributes) {
            let value = inner.plainText
            let text = WrittenValue.text(kind, value, in: own.language)
            if text == nil {
                diagnostics.error(
                    "bad-value", "‘\(value)’ is no \(kind.rawValue) that can be written out",
                    hint: "write it such as \(kind.example)", at: origin)
            }
            flat.hasValues = true
            // Isolated, so that figures of neighbours do not run into one another (UAX 9).
            let isolated = own.language.isRightToLeft ? text.map { "\u{2068}\($0)\u{2069}" } : text
            flat.add(isolated ?? value, own, isVerbatim: true, at: origin)
            return
        }
        flatten(inner, own, &flat)
    }

    /// Whether a link shows where it leads: an address, a phone number.
    private static func isAddress(_ target: LinkTarget, _ inner: [Inline]) -> Bool {
        switch target {
        case .anchor: return false
        case .address(let address), .written(let address):
            if let scheme = Address.scheme(of: address), scheme == "tel" || scheme == "mailto" { return true }
            let text = inner.plainText
            return text.isEmpty || address == text || address.hasSuffix("://" + text)
        }
    }

    // MARK: Back again

    private func rebuilt(_ inlines: [Inline], _ flat: inout Flat) -> [Inline] {
        var result: [Inline] = []
        result.reserveCapacity(inlines.count)
        for inline in Gaps.cut(inlines) {
            var inline = inline
            switch inline.content {
            case .text: inline.content = .text(flat.take())
            case .softBreak:
                let blank = flat.take()
                if blank != " " { inline.content = .text(blank) }
            case .lineBreak, .code, .placeholder, .field: _ = flat.take()
            case .image(var figure):
                figure.alternative = String(flat.take().dropFirst())
                inline.content = .image(figure)
            case .noteReference, .noteCall, .anchor: break
            case .emphasis(let inner): inline.content = .emphasis(rebuilt(inner, &flat))
            case .strong(let inner): inline.content = .strong(rebuilt(inner, &flat))
            case .strikethrough(let inner): inline.content = .strikethrough(rebuilt(inner, &flat))
            case .link(let target, let inner): inline.content = .link(target, rebuilt(inner, &flat))
            case .span(var attributes, let inner):
                if let kind = WrittenValue.Kind(attributes) {
                    attributes.values[kind.rawValue] = nil
                    inline.content = .span(attributes, [Inline(.text(flat.take()), at: inline.origin)])
                } else {
                    inline.content = .span(attributes, rebuilt(inner, &flat))
                }
            }
            result.append(inline)
        }
        return result.filter { $0.content != .text("") }
    }
}

/// A value that is typed plainly and written out as the language does: `[2026-03-05]{date}`.
enum WrittenValue {
    /// The kinds, by their attributes.
    enum Kind: String, CaseIterable {
        case date, number, percent, time

        /// The kind that `attributes` name, if any.
        init?(_ attributes: Attributes) {
            guard let kind = Kind.allCases.first(where: { attributes.values[$0.rawValue] == "" }) else { return nil }
            self = kind
        }

        var example: String {
            switch self {
            case .date: "[2026-03-05]{date}"
            case .number: "[1234567.89]{number}"
            case .percent: "[0.25]{percent}"
            case .time: "[14:30]{time}"
            }
        }
    }

    /// `value` in words and figures of `language`; `nil` if it is none of its kind.
    static func text(_ kind: Kind, _ value: String, in language: LanguageTag) -> String? {
        switch kind {
        case .date:
            guard let day = Day(iso: value), Day(seconds: day.number * 86_400) == day else { return nil }
            return Locale.date(daysFrom1970: day.number, in: language) ?? day.iso
        case .number: return Locale.number(value, in: language)
        case .percent: return Locale.share(value, in: language)
        case .time:
            let parts = value.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].utf8.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
                (0...23).contains(hour), (0...59).contains(minute)
            else { return nil }
            return Locale.time(minutes: hour * 60 + minute, in: language)
        }
    }
}
