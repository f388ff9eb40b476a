// SPDX-License-Identifier: GPL-3.0-or-later

/// How long each line may be, in points, the first line's indent taken off.
struct Measure {
    private let rest: Double
    private let varying: ((Int) -> Double)?
    let indent: Double
    /// Below this nothing can be set; it keeps the sums sane.
    private static let least = 0.1

    init(_ measure: Double, indent: Double) {
        rest = Self.sane(measure)
        varying = nil
        self.indent = Self.saneIndent(indent)
    }

    init(_ measure: @escaping (Int) -> Double, indent: Double) {
        rest = Self.sane(measure(0))
        varying = measure
        self.indent = Self.saneIndent(indent)
    }

    var isVarying: Bool { varying != nil }

    /// The whole width of line `line`, from 0.
    func column(_ line: Int) -> Double { varying.map { Self.sane($0(line)) } ?? rest }

    /// What line `line` may hold.
    func width(_ line: Int) -> Double { max(column(line) - (line == 0 ? indent : 0), Self.least) }

    private static func saneIndent(_ indent: Double) -> Double { indent.isFinite ? min(max(indent, -1e7), 1e7) : 0 }

    private static func sane(_ width: Double) -> Double { width.isFinite ? max(width, least) : 1e7 }
}
