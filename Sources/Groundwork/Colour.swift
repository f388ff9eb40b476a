// SPDX-License-Identifier: GPL-3.0-or-later

/// An sRGB colour, each part 0…1.
public struct RGB: Hashable, Sendable {
    /// Red.
    public var red: Double
    /// Green.
    public var green: Double
    /// Blue.
    public var blue: Double

    /// A colour of three parts, each 0…1.
    public init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour written `#RRGGBB`, or `nil`.
    public init?(hex: String) {
        guard hex.hasPrefix("#"), hex.utf8.count == 7,
            hex.dropFirst().allSatisfy(\.isHexDigit), let value = UInt32(hex.dropFirst(), radix: 16)
        else {
            return nil
        }
        self.init(
            red: Double(value >> 16 & 255) / 255, green: Double(value >> 8 & 255) / 255, blue: Double(value & 255) / 255
        )
    }
}

/// A process colour for print, each ink in per cent, 0…100.
public struct CMYK: Hashable, Sendable {
    /// Cyan.
    public var cyan: Double
    /// Magenta.
    public var magenta: Double
    /// Yellow.
    public var yellow: Double
    /// Black.
    public var black: Double

    /// A colour of four inks, each in per cent.
    public init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
        self.cyan = cyan
        self.magenta = magenta
        self.yellow = yellow
        self.black = black
    }
}

/// The name of a palette colour: `ink`, `umbrella`.
public typealias SwatchName = String

/// A named colour with its two recipes.
public struct Swatch: Hashable, Sendable {
    /// Its name in the theme.
    public let name: SwatchName
    /// What a screen shows.
    public let screen: RGB
    /// What a press prints.
    public let print: CMYK

    /// A swatch.
    public init(name: SwatchName, screen: RGB, print: CMYK) {
        self.name = name
        self.screen = screen
        self.print = print
    }
}

/// The colours of a theme, in the order of the theme.
public struct Palette: Hashable, Sendable {
    /// In the order of the theme; names are unique.
    public let swatches: [Swatch]
    private let index: [SwatchName: Int]

    /// A palette of `swatches`; of two with one name the later counts.
    public init(_ swatches: [Swatch]) {
        self.swatches = swatches
        index = Dictionary(swatches.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
    }

    /// The position of the swatch named `name`.
    public func position(of name: SwatchName) -> Int? { index[name] }
    /// The swatch named `name`.
    public subscript(name: SwatchName) -> Swatch? { index[name].map { swatches[$0] } }
}
