// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Manuscript

/// Writes the blocks of a proof: texts in its language, words of the proof itself, which may be English.
struct ProofWriter {
    let sheet: ProofSheet
    /// The language of the proof.
    let language: LanguageTag
    /// The English sheet: it has every label.
    private let english: [String: String]
    private(set) var blocks: [Block] = []
    private var count = 0

    init(_ sheet: ProofSheet, language: LanguageTag) {
        self.sheet = sheet
        self.language = language
        english = ProofShelf.sheet("en")?.labels ?? [:]
    }

    // MARK: Text

    /// A word of the proof, marked as English where its language has none; `{name}` stands for `values[name]`.
    func label(_ key: String, _ values: [String: String] = [:]) -> [Inline] {
        let own = sheet.labels[key]
        var text = own ?? english[key] ?? key
        for (name, value) in values.sorted(by: { $0.key < $1.key }) { text = text.replacing("{\(name)}", with: value) }
        return own == nil ? self.english(text) : self.text(text, "labels")
    }

    /// The name of the language as labels say it.
    var languageName: String { sheet.labels.isEmpty ? sheet.name : sheet.native }

    /// Text in the proof's language, from the field `key`.
    func text(_ text: String, _ key: String) -> [Inline] { [Inline(.text(text), at: sheet.origin(key))] }

    /// English text. Words in other letters are marked as words of `foreign`, or else of the proof's language.
    func english(_ text: String, foreign: LanguageTag? = nil) -> [Inline] {
        let runs = ScriptRun.runs(of: text)
        guard runs.contains(where: { !$0.isLatin }) else { return marked(self.text(text, "labels"), .british) }
        return runs.map { run in
            let language = run.isLatin ? LanguageTag.british : foreign ?? language
            return Inline(
                .span(Attributes(values: ["lang": language.description]), self.text(run.text, "labels")),
                at: sheet.origin("labels"))
        }
    }

    /// `inlines` as words of `other`, if that is not the proof's language.
    func marked(_ inlines: [Inline], _ other: LanguageTag) -> [Inline] {
        guard other.primary != language.primary, let origin = inlines.first?.origin else { return inlines }
        return [Inline(.span(Attributes(values: ["lang": other.description]), inlines), at: origin)]
    }

    /// Text as it was typed, which no rule changes.
    func code(_ text: String, _ key: String) -> [Inline] { [Inline(.code(text), at: sheet.origin(key))] }

    // MARK: Blocks

    mutating func add(_ content: Block.Content) { blocks.append(block(content)) }

    /// Adds what has been made.
    mutating func put(_ block: Block) { blocks.append(block) }

    mutating func block(_ content: Block.Content, values: [String: String] = [:]) -> Block {
        count += 1
        return Block(
            id: NodeID(count), origin: sheet.origin("labels"), attributes: Attributes(values: values), content: content)
    }

    /// A heading of the proof.
    mutating func heading(_ key: String) { add(.heading(level: 2, label(key))) }

    /// A paragraph of the proof's own, in the style of running text.
    mutating func paragraph(_ key: String, _ values: [String: String] = [:], isStrong: Bool = false) {
        let said = label(key, values)
        put(english(block(.paragraph(isStrong ? [Inline(.strong(said), at: sheet.origin("labels"))] : said)), key))
    }

    /// `block` as a whole in English where the proof's language has no word for `key`: it runs from left to right.
    private func english(_ block: Block, _ key: String) -> Block {
        guard sheet.labels[key] == nil, language.primary != "en" else { return block }
        var block = block
        block.language = .british
        return block
    }

    /// A paragraph of English in the style `name`.
    mutating func remark(_ text: String, _ name: String) {
        var remark = styled(english(text), name)
        if language.primary != "en" { remark.language = .british }
        put(remark)
    }

    /// A table as wide as the page allows.
    mutating func table(_ table: Table) { put(block(.table(table), values: ["wide": ""])) }

    /// What stands below it is.
    mutating func caption(_ inlines: [Inline]) { put(styled(inlines, ProofTheme.label)) }

    /// A paragraph in the style `name` of the theme.
    mutating func specimen(_ inlines: [Inline], _ name: String) { put(styled(inlines, name)) }

    mutating func styled(_ inlines: [Inline], _ name: String) -> Block {
        let paragraph = block(.paragraph(inlines))
        return block(.component(Component(name: ProofTheme.component(name), blocks: [paragraph])))
    }
}
