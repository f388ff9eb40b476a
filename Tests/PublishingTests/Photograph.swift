// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A red square of 8 × 8 pixels, as a camera would write it: with the place where it was taken.
enum Photograph {
    static let place = "52.2297 N, 21.0122 E"

    static func bytes() throws -> [UInt8] {
        struct NoPhotograph: Error {}
        guard let data = Data(base64Encoded: encoded.joined()) else { throw NoPhotograph() }
        var bytes = Array(data)
        let metadata = Array("Exif\0\0MM\0*\0\0\0\u{8}\0\0".utf8) + Array(place.utf8)
        bytes.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(metadata.count + 2)] + metadata, at: 2)
        return bytes
    }

    private static let encoded = [
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB",
        "RkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P",
        "T09PT09PT09PT09PT0//wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAA",
        "AAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCMAArn/9k=",
    ]
}
