// SPDX-License-Identifier: GPL-3.0-or-later

/// The font manifest of a new project.
enum SampleFonts {
    static let manifest = ""
}
