// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import CPango

/// The libraries that shape and draw, with the versions that this process runs on. A build's manifest tells them, since another
/// version may break a line elsewhere.
public func libraryVersions() -> [String: String] {
    let fontconfig = FcGetVersion()
    return [
        "cairo": String(cString: cairo_version_string()),
        "fontconfig": "\(fontconfig / 10000).\(fontconfig / 100 % 100).\(fontconfig % 100)",
        "harfbuzz": String(cString: hb_version_string()),
        "pango": String(cString: pango_version_string()),
    ]
}
