// SPDX-License-Identifier: GPL-3.0-or-later

/// Which subtags of a language tag exist: two-letter languages (ISO 639-1), scripts in use (ISO 15924), countries (ISO 3166-1).
/// Three-letter languages are too many to list, and pass.
public enum LanguageRegistry {
    /// A subtag that does not exist, what it was to be, and what was probably meant.
    public struct Fault: Hashable, Sendable {
        /// As written.
        public var subtag: String
        /// `language`, `script`, `country`.
        public var kind: String
        /// What to write instead; empty if nothing is near.
        public var suggestion: String
    }

    /// What is wrong with `tag`, or `nil`.
    public static func fault(in tag: LanguageTag) -> Fault? {
        let written = tag.description.split(separator: "-").map(String.init)
        for (index, subtag) in written.enumerated() {
            let lower = subtag.lowercased()
            let isWord = lower.utf8.allSatisfy { $0 > 57 }
            switch (index, lower.utf8.count) {
            // What follows a single letter is private or an extension.
            case (_, 1): return nil
            case (0, 2):
                if !languages.contains(lower) {
                    return Fault(subtag: subtag, kind: "language", suggestion: countries[lower] ?? "")
                }
            case (0, _): continue
            case (_, 2):
                if !regions.contains(lower) {
                    return Fault(subtag: subtag, kind: "country", suggestion: lower == "uk" ? "GB" : "")
                }
            case (_, 3) where isWord:
                if index > 1 || !extended.contains(written[0].lowercased()) {
                    return Fault(subtag: subtag, kind: "country or script", suggestion: near(lower))
                }
            case (_, 4) where isWord:
                if !scripts.contains(lower) {
                    return Fault(subtag: subtag, kind: "script", suggestion: near(lower))
                }
            default: continue
            }
        }
        return nil
    }

    /// The script of which `subtag` is a slip: that with the same first three letters.
    private static func near(_ subtag: String) -> String {
        let script = scripts.sorted().first { $0.hasPrefix(subtag.prefix(3)) }
        return script.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
    }

    /// Countries that are often written for their language.
    private static let countries = [
        "br": "pt-BR", "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "ge": "ka", "gr": "el", "ir": "fa",
        "il": "he", "jp": "ja", "kg": "ky", "kz": "kk", "md": "ro", "me": "sr", "rs": "sr", "tj": "tg", "ua": "uk",
        "us": "en-US", "gb": "en-GB", "at": "de-AT", "iw": "he", "in": "id",
    ]

    /// Languages that have others as their parts.
    private static let extended: Set<String> = ["ar", "kok", "lv", "ms", "sgn", "sw", "uz", "zh"]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    private static let languages = words(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
        dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
        ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv \
        mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm \
        rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
        ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """)

    private static let scripts = words(
        """
        adlm arab armn beng bopo brai cans cher copt cyrl deva ethi geok geor glag goth grek gujr guru hans \
        hant hang hani hebr hira jpan kana khmr knda kore laoo latn mlym mong mtei mymr nkoo ogam olck orya \
        phnx plrd rohg runr sinh sylo syrc taml tavt telu tfng thaa thai tibt vaii yiii zyyy zxxx
        """)

    private static let regions = words(
        """
        ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt \
        bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh \
        er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr \
        ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr \
        ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng \
        ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se \
        sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua \
        ug um un us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw
        """)
}
