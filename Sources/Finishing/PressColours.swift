// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import PDFSyntax

/// The inks of the colours that cairo wrote: a swatch's recipe where the RGB is a swatch's, else a conversion.
struct PressColours {
    private var recipes: [UInt32: CMYK] = [:]
    /// Interleaved RGB to CMYK, eight bits each.
    let convert: @Sendable ([UInt8]) -> [UInt8]

    init(palette: Palette, convert: @escaping @Sendable ([UInt8]) -> [UInt8]) {
        self.convert = convert
        // Of two swatches with one screen colour the first counts, as the theme's order says.
        for swatch in palette.swatches {
            let key = Self.key(swatch.screen.red, swatch.screen.green, swatch.screen.blue)
            if recipes[key] == nil { recipes[key] = swatch.print }
        }
    }

    /// The inks of a colour of three components, 0…1.
    func inks(_ red: Double, _ green: Double, _ blue: Double) -> CMYK {
        let key = Self.key(red, green, blue)
        if let recipe = recipes[key] { return recipe }
        // Greys are printed with black alone: four inks would blur thin lines.
        if red == green, green == blue {
            return CMYK(cyan: 0, magenta: 0, yellow: 0, black: (1 - min(max(red, 0), 1)) * 100)
        }
        let mixed = convert([UInt8(key >> 16 & 255), UInt8(key >> 8 & 255), UInt8(key & 255)])
        guard mixed.count == 4 else { return CMYK(cyan: 0, magenta: 0, yellow: 0, black: 100) }
        let shares = mixed.map { Double($0) / 2.55 }
        return CMYK(cyan: shares[0], magenta: shares[1], yellow: shares[2], black: shares[3])
    }

    /// Four operands for the inks of a colour, each with a space after it.
    func write(_ red: Double, _ green: Double, _ blue: Double, to text: inout ObjectText) {
        let inks = inks(red, green, blue)
        for share in [inks.cyan, inks.magenta, inks.yellow, inks.black] {
            text.put(share / 100)
            text.put(" ")
        }
    }

    /// Under-colour removal: what the three colours share is printed in black. For want of a profile's conversion.
    @Sendable static func plainConversion(_ rgb: [UInt8]) -> [UInt8] {
        var inks: [UInt8] = []
        inks.reserveCapacity(rgb.count / 3 * 4)
        var at = 0
        while at + 2 < rgb.count {
            let (cyan, magenta, yellow) = (255 - rgb[at], 255 - rgb[at + 1], 255 - rgb[at + 2])
            let black = min(cyan, magenta, yellow)
            inks.append(contentsOf: [cyan - black, magenta - black, yellow - black, black])
            at += 3
        }
        return inks
    }

    private static func key(_ red: Double, _ green: Double, _ blue: Double) -> UInt32 {
        func part(_ value: Double) -> UInt32 { UInt32((min(max(value, 0), 1) * 255).rounded()) }
        return part(red) << 16 | part(green) << 8 | part(blue)
    }
}
