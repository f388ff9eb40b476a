// SPDX-License-Identifier: GPL-3.0-or-later
internal import CMemory

/// The memory of the process.
enum Memory {
    /// Gives what has been freed back to the system. It lies scattered, and the stage that comes next asks for large pieces: without this a
    /// book of thousands of pages takes an eighth more at its peak.
    static func returnFreed() { malloc_trim(0) }
}
