// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// Paths as SVG writes them (SVG 1.1, 8.3): absolute M, L, C, Q and Z.
enum PathSyntax {
    /// The path of `text`, or `nil`.
    static func path(_ text: String) -> Path? {
        var segments: [Path.Segment] = []
        var command: Character?
        var numbers: [Double] = []
        var current = Point(x: 0, y: 0)
        func point(_ index: Int) -> Point { Point(x: numbers[index], y: numbers[index + 1]) }
        for token in tokens(text) {
            switch token {
            case "Z":
                guard numbers.isEmpty else { return nil }
                segments.append(.close)
                command = nil
                continue
            case "M", "L", "C", "Q":
                guard numbers.isEmpty else { return nil }
                command = token.first
                continue
            default:
                guard let number = Double(token), number.isFinite, abs(number) < 1000 else { return nil }
                numbers.append(number)
            }
            switch (command, numbers.count) {
            case ("M", 2):
                segments.append(.move(point(0)))
                command = "L"
            case ("L", 2): segments.append(.line(point(0)))
            case ("C", 6): segments.append(.curve(point(0), point(2), point(4)))
            case ("Q", 4):
                // A quadratic curve is a cubic one whose control points lie at two thirds.
                let (control, end) = (point(0), point(2))
                func mixed(_ from: Point) -> Point {
                    Point(x: from.x + (control.x - from.x) * 2 / 3, y: from.y + (control.y - from.y) * 2 / 3)
                }
                segments.append(.curve(mixed(current), mixed(end), end))
            case (nil, _): return nil
            default: continue
            }
            current = Point(x: numbers[numbers.count - 2], y: numbers[numbers.count - 1])
            numbers = []
        }
        guard numbers.isEmpty, case .move? = segments.first else { return nil }
        return Path(segments)
    }

    private static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        for character in text {
            if character == " " || character == "," || character.isLetter && character != "e" {
                if !token.isEmpty { tokens.append(token) }
                token = ""
                if character.isLetter { tokens.append(String(character)) }
            } else {
                token.append(character)
            }
        }
        if !token.isEmpty { tokens.append(token) }
        return tokens
    }
}
