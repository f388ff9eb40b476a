// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Glibc
internal import Groundwork
internal import Hyphens
internal import Typesetting

// `stopwatch pages` is in PagesTime.swift. What the paragraphs on standard input cost, one a line: `stopwatch shape|set|again FONT LIST LANGUAGE MEASURE`.
//
// `shape` shapes every word once and keeps nothing, `set` is the first setting of them, `again` a setting
// with all words shaped already: reading, breaking and placing alone. One thing a process, so that its memory is told.

/// The whole of standard input.
func input() -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = read(0, &chunk, chunk.count)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk[..<count]
    }
}

/// The most memory that the process has held, in KB.
func peak() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
}

/// The least of `rounds` timings in seconds.
func fastest(_ rounds: Int, _ work: () -> Void) -> Double {
    (0..<rounds).map { _ in
        let took = ContinuousClock().measure(work)
        return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
    }.min() ?? 0
}

func measured(_ arguments: [String]) throws -> String {
    guard let language = LanguageTag(arguments[4]) else { throw StageFailure("no language") }
    let fonts = try FontBook([FontFile(name: "text", path: arguments[2])])
    let style = TextStyle(
        faces: [FaceKey(index: 0)], size: 10.5, swatch: 0, features: ["onum", "pnum"], language: language)
    let text = input()
    if arguments[1] == "shape" {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
        var advance = 0.0
        let seconds = fastest(3) {
            for word in words {
                advance += fonts.shape(word, face: style.faces[0], features: style.features, language: language).advance
            }
        }
        return "\(seconds) \(peak()) \(Int(advance))"
    }
    let hyphens = try HyphenBook([language: arguments[3]])
    _ = hyphens.points(in: "paragraph", language: language)
    let typesetter = Typesetter(fonts: fonts, hyphens: hyphens)
    let paragraphs = text.split(separator: "\n").map { text in
        Paragraph(
            runs: [TextRun(text: String(text), style: style, owner: 0)], alignment: .justified, hyphenates: true,
            language: language)
    }
    let measure = Double(arguments[5]) ?? 320
    func set() -> Int {
        paragraphs.reduce(0) { $0 + typesetter.set($1, measure: measure).lines.count }
    }
    var lines = 0
    if arguments[1] == "again" { lines = set() }
    let seconds = fastest(arguments[1] == "again" ? 3 : 1) { lines = set() }
    return "\(seconds) \(peak()) \(lines)"
}

let arguments = CommandLine.arguments
guard arguments.count == 6 || (arguments.count == 4 && arguments[1] == "pages") else {
    print("stopwatch shape|set|again FONT LIST LANGUAGE MEASURE < TEXT\nstopwatch pages PROJECT PUBLICATION")
    exit(2)
}
do {
    print(
        try arguments[1] == "pages" ? PagesTime(root: arguments[2], name: arguments[3]).measured() : measured(arguments)
    )
} catch {
    print("\(error)")
    exit(1)
}
