// SPDX-License-Identifier: GPL-3.0-or-later
internal import CPango
public import Groundwork

extension FontBook {
    /// The OpenType features that the face has at all, by their tags: `smcp`, `sups`, ….
    public func features(of key: FaceKey) -> Set<String> {
        if let known = features[key] { return known }
        var tags: Set<String> = []
        if let open = open(key) {
            for table in ["GSUB", "GPOS"] { tags.formUnion(Self.tags(in: table, of: open.face)) }
        }
        features[key] = tags
        return tags
    }

    /// Whether `feature` gives `text` other glyphs, each of its letters and figures one: only then is what it
    /// promises real in this face. With `lettersOnly` figures may stay as they are: those before an ordinal's ending do.
    public func dresses(
        _ text: String, with feature: String, face key: FaceKey, language: LanguageTag, lettersOnly: Bool = false
    ) -> Bool {
        guard features(of: key).contains(feature) else { return false }
        let question = Dress(face: key, feature: feature, text: text, language: language, lettersOnly: lettersOnly)
        if let known = dresses[question] { return known }
        let plain = shape(text, face: key, features: [], language: language).glyphs
        let dressed = shape(text, face: key, features: [feature], language: language).glyphs
        let utf8 = Array(text.utf8)
        let same = Set(plain.map { UInt64($0.cluster) << 32 | UInt64($0.id) })
        let changed = Set(
            dressed.filter { !same.contains(UInt64($0.cluster) << 32 | UInt64($0.id)) }.map(\.cluster))
        let answer =
            !dressed.isEmpty
            && dressed.allSatisfy {
                changed.contains($0.cluster) || !Self.counts(utf8, at: Int($0.cluster), lettersOnly)
            }
            && !changed.isEmpty
        dresses[question] = answer
        return answer
    }

    /// A question that was asked of a face.
    struct Dress: Hashable {
        var face: FaceKey
        var feature: String
        var text: String
        var language: LanguageTag
        var lettersOnly: Bool
    }

    private static func counts(_ text: [UInt8], at offset: Int, _ lettersOnly: Bool) -> Bool {
        guard offset < text.count,
            let scalar = String(decoding: text[offset...].prefix(4), as: UTF8.self).unicodeScalars.first
        else { return false }
        return scalar.properties.isAlphabetic || (!lettersOnly && scalar.properties.numericType != nil)
    }

    private static func tags(in table: String, of face: OpaquePointer) -> [String] {
        let table = hb_tag_from_string(table, 4)
        var count = hb_ot_layout_table_get_feature_tags(face, table, 0, nil, nil)
        guard count > 0 else { return [] }
        var tags = [hb_tag_t](repeating: 0, count: Int(count))
        _ = hb_ot_layout_table_get_feature_tags(face, table, 0, &count, &tags)
        return tags.prefix(Int(count)).map { tag in
            String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
        }
    }
}
