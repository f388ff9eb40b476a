// SPDX-License-Identifier: GPL-3.0-or-later

/// The font manifest of a new project: that of this one.
enum SampleFonts {
    static let manifest = String(decoding: PackageResources.fonts_yaml, as: UTF8.self)
}
