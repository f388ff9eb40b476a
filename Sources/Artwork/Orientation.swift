// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo

/// How a stored picture is turned and mirrored to be shown (EXIF 2.3, tag 274).
enum Orientation: UInt8 {
    case upright = 1
    case mirrored, upsideDown, flipped, transposed, turnedRight, transversed, turnedLeft

    /// Whether width and height change places.
    var isTurned: Bool { rawValue >= 5 }

    /// What an EXIF segment says, if it is one and says it.
    init?(exif body: ArraySlice<UInt8>) {
        guard body.starts(with: "Exif\0\0".utf8) else { return nil }
        let tiff = Array(body.dropFirst(6))
        guard tiff.count >= 8,
            let isBig = tiff.starts(with: "MM".utf8) ? true : tiff.starts(with: "II".utf8) ? false : nil
        else { return nil }
        func number(_ offset: Int, _ count: Int) -> Int {
            guard offset >= 0, offset + count <= tiff.count else { return 0 }
            let digits = tiff[offset..<offset + count]
            return isBig ? digits.reduce(0) { $0 << 8 | Int($1) } : digits.reversed().reduce(0) { $0 << 8 | Int($1) }
        }
        let directory = number(4, 4)
        for entry in 0..<number(directory, 2) {
            let offset = directory + 2 + 12 * entry
            guard offset + 12 <= tiff.count else { return nil }
            guard number(offset, 2) == 274, number(offset + 2, 2) == 3 else { continue }
            self.init(rawValue: UInt8(truncatingIfNeeded: number(offset + 8, 2)))
            return
        }
        return nil
    }

    /// From stored to shown pixels, for a stored picture of `width` × `height`.
    func matrix(_ width: Double, _ height: Double) -> cairo_matrix_t {
        switch self {
        case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
        case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: width, y0: 0)
        case .upsideDown: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: width, y0: height)
        case .flipped: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: height)
        case .transposed: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
        case .turnedRight: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: height, y0: 0)
        case .transversed: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: height, y0: width)
        case .turnedLeft: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: width)
        }
    }
}
