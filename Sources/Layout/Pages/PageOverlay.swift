// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Typesetting

/// Draws an explanation over its page: strips in boxes, white with its size, the grid, and in the margin what each end would cost.
/// It is a working drawing: its colours and its type are the program's, whatever the theme looks like.
struct PageOverlay {
    private(set) var fragments: [Fragment] = []
    private(set) var palette: Palette
    private var setter: Setter
    private let ink: [Ink: Int16]

    /// What the colours mean.
    enum Ink: String, CaseIterable {
        /// Beyond the page's edge, where art may reach into.
        case paper
        /// Baselines.
        case grid
        /// White between strips.
        case white
        /// White that grew.
        case grown
        /// The outlines of strips, and of the text area.
        case strip
        /// An end that was looked at, and the words about it.
        case end
        /// An end that parts what holds together.
        case held
        /// The end that was chosen.
        case chosen

        var rgb: RGB {
            switch self {
            case .paper: RGB(red: 1, green: 1, blue: 1)
            case .grid: RGB(red: 0.72, green: 0.85, blue: 0.95)
            case .white: RGB(red: 1, green: 0.93, blue: 0.72)
            case .grown: RGB(red: 1, green: 0.75, blue: 0.45)
            case .strip: RGB(red: 0.45, green: 0.6, blue: 0.8)
            case .end: RGB(red: 0.2, green: 0.3, blue: 0.45)
            case .held: RGB(red: 0.75, green: 0.1, blue: 0.15)
            case .chosen: RGB(red: 0, green: 0.5, blue: 0.25)
            }
        }
    }

    init(setter: Setter, palette: Palette) {
        self.setter = setter
        var swatches = palette.swatches
        var ink: [Ink: Int16] = [:]
        for colour in Ink.allCases {
            ink[colour] = Int16(clamping: swatches.count)
            let rgb = colour.rgb
            swatches.append(
                Swatch(
                    name: "explanation-\(colour.rawValue)", screen: rgb,
                    print: CMYK(
                        cyan: 100 - rgb.red * 100, magenta: 100 - rgb.green * 100, yellow: 100 - rgb.blue * 100,
                        black: 0)))
        }
        self.palette = Palette(swatches)
        self.ink = ink
    }

    /// The fragments that go below the text come first: see `PageList.explained`.
    mutating func draw(_ explanation: PageExplanation, on page: Page) {
        let area = explanation.area
        fill(Rect(x: page.size.width, y: 0, width: PageExplanation.margin, height: page.size.height), .paper)
        for strip in explanation.strips where strip.white > 0.01 {
            let frame = strip.frame
            fill(
                Rect(x: frame.x, y: frame.y - strip.white, width: frame.width, height: strip.white),
                strip.isGrown ? .grown : .white)
        }
        if explanation.grid > 1 {
            for line in 0..<Int(area.height / explanation.grid) {
                let y = area.y + Double(line) * explanation.grid + explanation.baseline
                rule(at: y, from: area.x - 4, to: area.maxX + 4, .grid, 0.25)
            }
        }
        for strip in explanation.strips { stroke(strip.frame, .strip, 0.3) }
        stroke(area, .strip, 0.6)
        let outside = area.x <= page.size.width - area.maxX
        for strip in explanation.strips where strip.white >= 3 {
            let middle = strip.frame.y - strip.white / 2 + Self.size * 0.35
            let text = Self.number(strip.white) + (strip.isGrown ? " grown" : "")
            if outside {
                write(text, in: 2..<area.x - 5, at: middle, isEnd: true, .end)
            } else {
                write(text, in: area.maxX + 5..<page.size.width - 2, at: middle, isEnd: false, .end)
            }
        }
        drawEnds(explanation, edge: page.size.width)
    }

    private static let size = 5.2

    /// Ticks at the text, and words beyond the page's right edge.
    private mutating func drawEnds(_ explanation: PageExplanation, edge: Double) {
        let area = explanation.area
        var free = -Double.infinity
        for end in explanation.ends {
            let y = area.y + end.bottom
            let ink: Ink = end.isChosen ? .chosen : end.hold == .none ? .end : .held
            rule(at: y, from: area.maxX + 1, to: area.maxX + 5, ink, end.isChosen ? 1 : 0.4)
            rule(at: y, from: edge + 1, to: edge + 5, ink, end.isChosen ? 1 : 0.4)
            if end.isChosen { rule(at: y, from: area.x, to: edge + 5, ink, 0.7) }
            guard end.total != nil || y - free >= Self.size else { continue }
            let text = Self.label(end, of: explanation)
            write(
                text, in: edge + 7..<edge + PageExplanation.margin - 2, at: y + Self.size * 0.35, isEnd: false, ink)
            free = y
        }
    }

    /// `2 short: 40, plan +12`.
    private static func label(_ end: PageExplanation.End, of explanation: PageExplanation) -> String {
        var text = end.short < 0 ? "\(-end.short) over" : "\(end.short) short"
        if end.hold != .none { text += ", " + end.hold.rawValue }
        if end.isDivided { text += ", divided" }
        guard let total = end.total else { return text }
        text += ": " + number(end.cost)
        return text + (end.isChosen ? ", chosen" : ", plan +" + number(total - explanation.planCost))
    }

    /// With one decimal at most.
    private static func number(_ value: Double) -> String {
        let text = "\((value * 10).rounded() / 10)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private mutating func write(_ text: String, in span: Range<Double>, at y: Double, isEnd: Bool, _ ink: Ink) {
        var style = setter.style("folio")
        style.size = Self.size
        style.alignment = isEnd ? .end : .start
        style.isUppercase = false
        style.tracking = 0
        let width = span.upperBound - span.lowerBound
        guard width > 4, var line = setter.artifact(text, style: style, measure: width, owner: -2) else { return }
        for index in line.pieces.indices { line.pieces[index].swatch = self.ink[ink] ?? 0 }
        fragments.append(
            Fragment(
                owner: .artifact(.layout),
                content: .text(origin: Point(x: span.lowerBound, y: y), pieces: line.pieces[...])
            ))
    }

    private mutating func fill(_ rect: Rect, _ ink: Ink) {
        fragments.append(
            Fragment(
                owner: .artifact(.layout), content: .path(.rectangle(rect), .fill(swatch: self.ink[ink] ?? 0))))
    }

    private mutating func stroke(_ rect: Rect, _ ink: Ink, _ width: Double) {
        fragments.append(
            Fragment(
                owner: .artifact(.layout),
                content: .path(.rectangle(rect), .stroke(swatch: self.ink[ink] ?? 0, width: width, dashes: []))))
    }

    private mutating func rule(at y: Double, from start: Double, to end: Double, _ ink: Ink, _ width: Double) {
        fragments.append(
            Fragment(
                owner: .artifact(.layout),
                content: .path(
                    .line(from: Point(x: start, y: y), to: Point(x: end, y: y)),
                    .stroke(swatch: self.ink[ink] ?? 0, width: width, dashes: []))))
    }
}
