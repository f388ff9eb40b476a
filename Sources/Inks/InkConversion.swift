// SPDX-License-Identifier: GPL-3.0-or-later
internal import CLittleCMS
internal import Groundwork

/// A way from the colours of a display to the inks of a press, worked out once.
final class InkConversion {
    private let context: InkContext
    private let transform: cmsHTRANSFORM

    /// Throws if the profiles hold no tables for the way.
    init(press: [UInt8], screen: [UInt8]?) throws(StageFailure) {
        let context = try InkContext()
        let target = try OpenProfile(press, in: context)
        let source = try screen.map { bytes throws(StageFailure) in try OpenProfile(bytes, in: context) }
        let plain = source == nil ? cmsCreate_sRGBProfileTHR(context.handle) : nil
        defer { if let plain { cmsCloseProfile(plain) } }
        guard let start = source?.handle ?? plain,
            // Relative colorimetric, black mapped to black: what presses expect of pictures, and whites stay free of ink.
            let transform = cmsCreateTransformTHR(
                context.handle, start, PAMPHLET_RGB_8, target.handle, PAMPHLET_CMYK_8,
                UInt32(INTENT_RELATIVE_COLORIMETRIC),
                UInt32(cmsFLAGS_BLACKPOINTCOMPENSATION) | UInt32(cmsFLAGS_NOCACHE))
        else { throw StageFailure("the profiles lead from no display colour to inks") }
        self.context = context
        self.transform = transform
    }

    deinit { cmsDeleteTransform(transform) }

    func convert(_ pixels: [UInt8]) -> [UInt8] {
        let count = pixels.count / 3
        // The library counts pixels in 32 bits; strips also keep its working memory small.
        return [UInt8](unsafeUninitializedCapacity: count * 4) { inks, written in
            pixels.withUnsafeBufferPointer { pixels in
                guard let from = pixels.baseAddress, let to = inks.baseAddress else { return }
                var done = 0
                while done < count {
                    let strip = min(count - done, 1 << 20)
                    cmsDoTransform(transform, from + done * 3, to + done * 4, UInt32(strip))
                    done += strip
                }
            }
            written = count * 4
        }
    }
}
