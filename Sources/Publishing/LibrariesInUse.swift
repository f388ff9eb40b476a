// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Languages

/// The libraries that decide what an edition looks like, with the versions that this process runs on.
func librariesInUse() -> [String: String] {
    var versions = libraryVersions()
    versions["icu"] = Locale.version
    return versions
}
