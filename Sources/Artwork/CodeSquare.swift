// SPDX-License-Identifier: GPL-3.0-or-later
internal import CQREncode
public import Groundwork

/// A QR code (ISO/IEC 18004): a square of dark and light modules that a camera reads as text.
public struct CodeSquare: Hashable, Sendable {
    /// The modules on a side, without the light border.
    public let modules: Int
    /// The light modules that must surround it on each side.
    public static let quiet = 4
    /// Row by row; true for dark.
    private let isDark: [Bool]

    /// The code for `text`, readable with 15 % of it damaged. Throws for what is empty, has a null, or is too long for a code.
    public init(_ text: String) throws(ArtworkFault) {
        guard !text.isEmpty, !text.utf8.contains(0) else { throw ArtworkFault("a QR code cannot be of nothing") }
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else {
            throw ArtworkFault("the address is too long for a QR code: \(text.utf8.count) bytes")
        }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let data = code.pointee.data else { throw ArtworkFault("the QR code is empty") }
        modules = width
        // The lowest bit says whether a module is dark.
        isDark = UnsafeBufferPointer(start: data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Whether the module in `row` and `column` is dark.
    public subscript(row: Int, column: Int) -> Bool {
        guard (0..<modules).contains(row), (0..<modules).contains(column) else { return false }
        return isDark[row * modules + column]
    }

    /// The dark modules within `frame`, which holds the light border too: a rectangle for each run of a row, so that no hair of light
    /// stands between neighbours.
    public func path(in frame: Rect) -> Path {
        let unit = min(frame.width, frame.height) / Double(modules + 2 * Self.quiet)
        var segments: [Path.Segment] = []
        for row in 0..<modules {
            var column = 0
            while column < modules {
                guard self[row, column] else {
                    column += 1
                    continue
                }
                let start = column
                while column < modules, self[row, column] { column += 1 }
                let left = frame.x + Double(start + Self.quiet) * unit
                let right = frame.x + Double(column + Self.quiet) * unit
                let top = frame.y + Double(row + Self.quiet) * unit
                segments += Path.rectangle(Rect(x: left, y: top, width: right - left, height: unit)).segments
            }
        }
        return Path(segments)
    }
}
