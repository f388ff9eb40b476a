// SPDX-License-Identifier: GPL-3.0-or-later
internal import Fonts
internal import Groundwork
internal import Hyphens
internal import Languages
internal import Manuscript
internal import Proofs

/// The proofs that a request asks for, each a group of its own that goes through the line like any other.
struct ProofPlan {
    let request: Request
    let theme: Theme
    let hyphens: HyphenBook
    let fonts: FontBook

    /// In the order asked for. A language of which there is no proof is an error.
    func groups(_ diagnostics: inout Diagnostics) -> [EditionGroup] {
        var groups: [EditionGroup] = []
        for language in request.proofs {
            guard let proof = Proof(of: language) else {
                diagnostics.error(
                    "unknown-proof", "there is no proof of \(language)",
                    hint: "there are proofs of \(Proof.languages.map(\.description).joined(separator: ", "))")
                continue
            }
            let means = means(for: proof)
            if !means.hasList, Self.areDivided(proof.language) {
                diagnostics.warning(
                    "no-hyphenation",
                    "no hyphenation list for \(proof.language): its proof cannot show how words are divided",
                    hint: "add one to Fonts/fonts.yaml, or leave it: text is set without divided words")
            }
            guard !groups.contains(where: { $0.publication.name == proof.name }) else { continue }
            groups.append(
                EditionGroup(
                    number: groups.count, publication: proof.publication(theme: theme, means: means),
                    language: proof.language, variant: nil, formats: [.screen], isDraft: false, isDiscreet: false,
                    catalogues: [], stem: "proofs/\(proof.name)", isProof: true))
        }
        return groups
    }

    /// Whether words of the language are divided at all: in Arabic letters they are not.
    private static func areDivided(_ language: LanguageTag) -> Bool { !language.isRightToLeft }

    private func means(for proof: Proof) -> Proof.Means {
        let language = proof.language
        let hyphens = hyphens
        let minima = Language.of(language).hyphenMinima
        let face = theme.fonts["text"]?.faces["regular"].flatMap { fonts.face(named: $0) }
        return Proof.Means(
            divide: { hyphens.points(in: $0, language: language, minima: minima) },
            hasList: hyphens.hasList(for: language),
            hasSmallCapitals: face.map { hasSmallCapitals(of: proof.alphabet, in: $0, language) } ?? false,
            hasLocalForms: face.map { fonts.hasLocalForms($0, language: language, script: language.script) } ?? false)
    }

    /// Whether every small letter of `alphabet` has another shape as a small capital.
    private func hasSmallCapitals(of alphabet: String, in face: FaceKey, _ language: LanguageTag) -> Bool {
        let letters = Set(alphabet.filter(\.isLowercase)).sorted()
        return !letters.isEmpty
            && letters.allSatisfy { letter in
                func glyphs(_ features: [String]) -> [UInt32] {
                    fonts.shape(String(letter), face: face, features: features, language: language).glyphs.map(\.id)
                }
                return glyphs(["smcp"]) != glyphs([])
            }
    }
}
