// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork
internal import Synchronization

/// A press, by its profile: turns colours that are not in the palette (those inside pictures) into inks.
///
/// The way is worked out when the first colour asks for it, so an edition without such colours does not pay. One lock guards it:
/// a press may be shared by tasks.
public final class PressProfile: Sendable {
    /// What the profile says of itself.
    public let profile: ICCProfile
    let press: [UInt8]
    private let screen: [UInt8]?
    private let conversion = Mutex<InkConversion?>(nil)

    /// The press that `bytes` describe. `screen` is the profile of the colours given; without it they are sRGB.
    ///
    /// Throws for what is no profile, for a press that does not take four inks, and for a screen profile that is not RGB.
    public init(_ bytes: [UInt8], screen: [UInt8]? = nil) throws(StageFailure) {
        profile = try Self.describe(bytes)
        guard profile.isPress else {
            throw StageFailure(
                "‘\(profile.description)’ is no press profile: class \(profile.deviceClass), \(profile.colourSpace)")
        }
        if let screen {
            let other = try Self.describe(screen)
            guard other.colourSpace == "RGB" else {
                throw StageFailure("‘\(other.description)’ is no profile of an RGB display")
            }
        }
        press = bytes
        self.screen = screen
    }

    /// The inks of `colour`. Greys are not treated apart: whoever wants them in black alone does that first.
    public func cmyk(of colour: RGB) throws(StageFailure) -> CMYK {
        let parts = [colour.red, colour.green, colour.blue].map { UInt8((min(max($0, 0), 1) * 255).rounded()) }
        let inks = try convert(parts).map { Double($0) / 2.55 }
        return CMYK(cyan: inks[0], magenta: inks[1], yellow: inks[2], black: inks[3])
    }

    /// The inks of pixels: interleaved RGB to interleaved CMYK, eight bits each. A pixel cut off at the end is left out.
    public func convert(_ pixels: [UInt8]) throws(StageFailure) -> [UInt8] {
        let result = conversion.withLock { held -> Result<[UInt8], StageFailure> in
            do throws(StageFailure) {
                if let held { return .success(held.convert(pixels)) }
                let conversion = try InkConversion(press: press, screen: screen)
                held = conversion
                return .success(conversion.convert(pixels))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The inks of `colour`, an sRGB colour, on the press that `bytes` describe.
    public static func cmyk(of colour: RGB, through bytes: [UInt8]) throws(StageFailure) -> CMYK {
        try PressProfile(bytes).cmyk(of: colour)
    }
}
