// SPDX-License-Identifier: GPL-3.0-or-later

/// The program itself.
public enum Release {
    /// Its version, by Semantic Versioning.
    public static let version = "0.1.0"
}
