// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango

/// The script of a character, as far as fonts are chosen by it.
struct Script {
    /// The ISO 15924 code; `Zyyy` for what all scripts share.
    let code: String

    /// Of `scalar`. Signs that Unicode shares among scripts, such as the Arabic comma, count with the block where they stand:
    /// no other font has them.
    init(of scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x530...0x58F: code = "Armn"
        case 0x590...0x5FF: code = "Hebr"
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: code = "Arab"
        case 0x10A0...0x10FF: code = "Geor"
        default:
            let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
            let tag = hb_script_to_iso15924_tag(script)
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: tag >> (24 - 8 * $0)) }
            code = String(decoding: bytes, as: UTF8.self)
        }
    }
}
