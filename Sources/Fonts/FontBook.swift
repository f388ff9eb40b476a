// SPDX-License-Identifier: GPL-3.0-or-later
internal import CCairo
internal import CPango
internal import Glibc
public import Groundwork

/// The faces of a project, shaped with HarfBuzz at em scale, so that one shaping serves every size.
///
/// Not sendable: each task makes its own, which is cheap, because a face is opened when it is first used.
public final class FontBook {
    /// The files, in the order of their keys.
    public let files: [FontFile]
    private let keys: [String: FaceKey]
    private var faces: [OpenFace?]
    /// What was wanted and cannot be used, by the font's name.
    public private(set) var faults: [String: FontFault] = [:]
    private var drawn: [FaceKey: MemoryFace] = [:]
    let buffer: OpaquePointer
    /// What each face was found to have.
    var features: [FaceKey: Set<String>] = [:]
    var dresses: [Dress: Bool] = [:]

    /// A book of `files`. Throws if one of them cannot be read that is not kept for some scripts only.
    public init(_ files: [FontFile]) throws(StageFailure) {
        guard files.count <= Int(UInt16.max) else { throw StageFailure("too many fonts: \(files.count)") }
        for file in files where file.scripts.isEmpty && access(file.path, R_OK) != 0 {
            throw StageFailure("cannot read the font ‘\(file.name)’")
        }
        self.files = files
        keys = Dictionary(
            files.enumerated().map { ($1.name, FaceKey(index: UInt16($0))) }, uniquingKeysWith: { first, _ in first })
        faces = Array(repeating: nil, count: files.count)
        buffer = hb_buffer_create()
    }

    deinit { hb_buffer_destroy(buffer) }

    /// The face called `name`.
    public func face(named name: String) -> FaceKey? { keys[name] }

    /// Whether the face has a glyph for `scalar`.
    public func covers(_ scalar: Unicode.Scalar, face: FaceKey) -> Bool {
        guard Int(face.index) < files.count else { return false }
        let scripts = files[Int(face.index)].scripts
        guard scripts.isEmpty || scripts.contains(Script(of: scalar).code), let face = open(face) else { return false }
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(face.font, scalar.value, &glyph) != 0 && glyph != 0
    }

    /// The measures of a face; those of a usual text face if the file is none.
    public func metrics(of key: FaceKey) -> FaceMetrics { open(key)?.metrics ?? OpenFace.unknown }

    /// How many glyphs the face holds.
    public func glyphCount(of key: FaceKey) -> Int { open(key).map { Int(hb_face_get_glyph_count($0.face)) } ?? 0 }

    /// The face for drawing with Cairo, a `cairo_font_face_t *` that the book owns.
    ///
    /// It is the file without its character map: Cairo then finds no character for any glyph and makes a single subset
    /// per face, with two-byte codes in the order of first use.
    package func cairoFace(_ key: FaceKey) throws(StageFailure) -> OpaquePointer {
        if let face = drawn[key] { return face.cairo }
        guard Int(key.index) < files.count else { throw StageFailure("no font number \(key.index)") }
        let face = try MemoryFace(files[Int(key.index)])
        drawn[key] = face
        return face.cairo
    }

    func open(_ key: FaceKey) -> OpenFace? {
        let index = Int(key.index)
        guard index < faces.count else { return nil }
        if let face = faces[index] { return face }
        let file = files[index]
        guard faults[file.name] == nil else { return nil }
        let face = OpenFace(path: file.path, sha256: file.sha256)
        if !file.scripts.isEmpty, let fault = face.fault {
            faults[file.name] = fault
            return nil
        }
        faces[index] = face
        return face
    }
}

/// Why a font cannot be used.
public enum FontFault: Hashable, Sendable {
    /// Its file is not there, or not readable.
    case missing
    /// Its file is another than was declared.
    case different
}

/// A face opened for shaping, scaled to its own units.
final class OpenFace {
    static let unknown = FaceMetrics(ascent: 0.8, descent: 0.2, xHeight: 0.45, capHeight: 0.65, postScriptName: "")
    let face: OpaquePointer
    let font: OpaquePointer
    /// Units per em.
    let scale: Double
    let metrics: FaceMetrics

    /// What is wrong with the file.
    let fault: FontFault?

    /// The face in the file at `path`, whose sum must be `sha256` if that is not empty.
    init(path: String, sha256: String) {
        let blob = hb_blob_create_from_file(path)
        fault = Self.fault(in: blob, sha256: sha256)
        face = hb_face_create(blob, 0)
        hb_blob_destroy(blob)
        let units = max(hb_face_get_upem(face), 1)
        scale = Double(units)
        font = hb_font_create(face)
        hb_font_set_scale(font, Int32(clamping: units), Int32(clamping: units))
        metrics = Self.metrics(of: font, face, scale: scale)
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    private static func fault(in blob: OpaquePointer?, sha256: String) -> FontFault? {
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return .missing }
        guard !sha256.isEmpty else { return nil }
        let sum = Checksum()
        data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            sum.add(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
        return sum.digest() == sha256 ? nil : .different
    }

    private static func metrics(of font: OpaquePointer, _ face: OpaquePointer, scale: Double) -> FaceMetrics {
        func read(_ tag: hb_ot_metrics_tag_t, or usual: Double) -> Double {
            var value: hb_position_t = 0
            return hb_ot_metrics_get_position(font, tag, &value) != 0 ? Double(value) / scale : usual
        }
        var length: UInt32 = 128
        var name = [CChar](repeating: 0, count: 128)
        _ = hb_ot_name_get_utf8(face, hb_ot_name_id_t(UInt32(HB_OT_NAME_ID_POSTSCRIPT_NAME)), nil, &length, &name)
        let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return FaceMetrics(
            ascent: read(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, or: unknown.ascent),
            descent: -read(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, or: -unknown.descent),
            xHeight: read(HB_OT_METRICS_TAG_X_HEIGHT, or: unknown.xHeight),
            capHeight: read(HB_OT_METRICS_TAG_CAP_HEIGHT, or: unknown.capHeight),
            postScriptName: String(decoding: bytes, as: UTF8.self))
    }
}
