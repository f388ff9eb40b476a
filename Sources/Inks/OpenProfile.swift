// SPDX-License-Identifier: GPL-3.0-or-later
internal import CLittleCMS
internal import Groundwork

/// A context of the colour library's own: no state is shared with another task.
final class InkContext {
    let handle: cmsContext

    init() throws(StageFailure) {
        guard let handle = cmsCreateContext(nil, nil) else { throw StageFailure("the colour library does not start") }
        self.handle = handle
    }

    deinit { cmsDeleteContext(handle) }
}

/// A profile opened for reading.
final class OpenProfile {
    /// A field of the header that holds four letters.
    enum Field {
        case colourSpace
        case deviceClass
    }

    /// Profiles in use have up to 3 MB; the header's own count is compared with the bytes there are.
    private static let mostBytes = 64 << 20
    private let context: InkContext
    let handle: cmsHPROFILE

    init(_ bytes: [UInt8], in context: InkContext) throws(StageFailure) {
        guard bytes.count >= 132, bytes.count <= Self.mostBytes, bytes[36..<40].elementsEqual("acsp".utf8) else {
            throw StageFailure("not an ICC profile")
        }
        let declared = bytes[0..<4].reduce(0) { $0 << 8 | Int($1) }
        guard declared <= bytes.count else { throw StageFailure("the ICC profile is cut off") }
        guard let handle = cmsOpenProfileFromMemTHR(context.handle, bytes, UInt32(bytes.count)) else {
            throw StageFailure("the ICC profile is corrupt")
        }
        self.context = context
        self.handle = handle
    }

    deinit { cmsCloseProfile(handle) }

    func signature(_ field: Field) -> String {
        let value: UInt32
        switch field {
        case .colourSpace: value = cmsGetColorSpace(handle).rawValue
        case .deviceClass: value = cmsGetDeviceClass(handle).rawValue
        }
        let letters = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
        return String(decoding: letters.filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
    }

    /// In English: the library takes another language where there is no English.
    var description: String {
        var buffer = [CChar](repeating: 0, count: 512)
        let count = cmsGetProfileInfoASCII(handle, cmsInfoDescription, "en", "GB", &buffer, UInt32(buffer.count))
        let bytes = buffer.prefix(Int(min(count, UInt32(buffer.count)))).prefix { $0 != 0 }
        return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    var version: String {
        let tenths = Int((min(max(cmsGetProfileVersion(handle), 0), 99) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// The heaviest spot of all that the profile makes of colours, in per cent.
    var totalInk: Double { cmsDetectTAC(handle) }
}
