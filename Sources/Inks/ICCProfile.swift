// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// What a colour profile says of itself (ISO 15076-1:2010, 7.2).
public struct ICCProfile: Hashable, Sendable {
    /// The colours that a device is given: `RGB`, `CMYK`, `GRAY`.
    public let colourSpace: String
    /// The kind of device: `mntr` a display, `prtr` a press, `scnr` an input device.
    public let deviceClass: String
    /// Its name, in English where it has several.
    public let description: String
    /// Of the format: `2.4`, `4.3`.
    public let version: String

    /// Whether it describes a press for four inks.
    public var isPress: Bool { deviceClass == "prtr" && colourSpace == "CMYK" }
    /// Whether it describes an RGB display.
    public var isDisplay: Bool { deviceClass == "mntr" && colourSpace == "RGB" }

    init(_ profile: OpenProfile) {
        colourSpace = profile.signature(.colourSpace)
        deviceClass = profile.signature(.deviceClass)
        description = profile.description
        version = profile.version
    }
}

extension PressProfile {
    /// What the profile in `bytes` says of itself. Throws for what is no profile.
    public static func describe(_ bytes: [UInt8]) throws(StageFailure) -> ICCProfile {
        ICCProfile(try OpenProfile(bytes, in: try InkContext()))
    }

    /// The most ink that the profile puts on one spot, in per cent of one ink: 300. Takes some milliseconds: it tries colours of all kinds.
    public func totalInk() throws(StageFailure) -> Double {
        try OpenProfile(press, in: try InkContext()).totalInk
    }
}
