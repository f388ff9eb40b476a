// SPDX-License-Identifier: GPL-3.0-or-later
internal import Groundwork
internal import Languages
internal import Manuscript

/// Applies the rules of its language to every text of a publication that an edition prints, before anything is made of it.
struct Orthography {
    /// What holds where a text stands.
    struct Context {
        var language: LanguageTag
        var switches = RuleSwitches()
        var isVerbatim = false
    }

    var diagnostics: Diagnostics
    /// The headings that have changed, as they were typed.
    private(set) var written: [NodeID: String] = [:]
    var rules: TextRules
    let edition: Edition

    init(_ edition: Edition, theme: Theme, _ diagnostics: inout Diagnostics) {
        self.edition = edition
        var habits: [LanguageTag: LanguageHabits] = [:]
        for (tag, wanted) in theme.languages.sorted(by: { $0.key < $1.key }) {
            habits[tag] = Self.habits(wanted.habits, &diagnostics)
        }
        rules = TextRules(habits)
        self.diagnostics = diagnostics
    }

    private static func habits(_ wanted: Theme.Habits, _ diagnostics: inout Diagnostics) -> LanguageHabits {
        var habits = LanguageHabits()
        if let quotes = wanted.quotes {
            habits.quotes = QuotationMarks(quotes.text)
            if habits.quotes == nil {
                diagnostics.error(
                    "wrong-type", "‘quotes’ must be four marks with blanks between them",
                    hint: "write such as \"‘ ’ “ ”\": the outer pair, then the inner one", at: quotes.origin)
            }
        }
        for rule in wanted.rulesOff {
            habits.switches = habits.switches.adding(rule.text)
            report(unknown: habits.switches.unknown, at: rule.origin, &diagnostics)
        }
        return habits
    }

    static func report(unknown: [String], at origin: Origin, _ diagnostics: inout Diagnostics) {
        for name in unknown {
            diagnostics.error(
                "unknown-rule", "there is no rule ‘\(name)’ that could be switched off",
                hint: "there are \(Language.switches.joined(separator: ", ")), and off for all", at: origin)
        }
    }

    // MARK: Blocks

    mutating func blocks(_ blocks: inout [Block], _ context: Context) {
        for index in blocks.indices { block(&blocks[index], context) }
    }

    private mutating func block(_ block: inout Block, _ outer: Context) {
        var context = outer
        context.language = block.language ?? outer.language
        if let off = block.attributes["rules"] { context.switches = switches(off, outer, at: block.origin) }
        switch block.content {
        case .heading(let level, var inlines):
            let typed = inlines
            guard set(&inlines, context) else { return }
            written[block.id] = typed.plainText
            block.content = .heading(level: level, inlines)
        case .paragraph(var inlines):
            guard set(&inlines, context) else { return }
            block.content = .paragraph(inlines)
        case .list(var list):
            for index in list.items.indices { blocks(&list.items[index].blocks, context) }
            block.content = .list(list)
        case .definitions(var definitions):
            for index in definitions.indices {
                _ = set(&definitions[index].term, context)
                for meaning in definitions[index].meanings.indices {
                    blocks(&definitions[index].meanings[meaning], context)
                }
            }
            block.content = .definitions(definitions)
        case .table(var table):
            self.table(&table, context)
            block.content = .table(table)
        case .figure(var figure):
            self.figure(&figure, context, at: block.origin)
            block.content = .figure(figure)
        case .chart(var chart):
            self.chart(&chart, context, at: block.origin)
            block.content = .chart(chart)
        case .flow(var flow):
            self.flow(&flow, context)
            block.content = .flow(flow)
        case .quote(var inner):
            blocks(&inner, context)
            block.content = .quote(inner)
        case .component(var component):
            _ = set(&component.title, context)
            blocks(&component.blocks, context)
            block.content = .component(component)
        case .code, .divider, .contents, .index: break
        }
    }

    private mutating func table(_ table: inout Table, _ context: Context) {
        _ = set(&table.caption, context)
        cells(&table.head, context)
        cells(&table.rows, context)
        blocks(&table.notes, context)
    }

    private mutating func cells(_ rows: inout [[Table.Cell]], _ context: Context) {
        for row in rows.indices {
            for cell in rows[row].indices {
                var own = context
                own.language = rows[row][cell].language ?? context.language
                _ = set(&rows[row][cell].inlines, own)
            }
        }
    }

    mutating func figure(_ figure: inout Figure, _ context: Context, at origin: Origin) {
        _ = set(&figure.caption, context)
        var own = context
        own.language = figure.alternativeLanguage ?? context.language
        figure.alternative = plain(figure.alternative, own, at: origin)
    }

    /// The switches of `context` with those that `text` adds; names that no rule has are reported.
    mutating func switches(_ text: String, _ context: Context, at origin: Origin) -> RuleSwitches {
        let switches = context.switches.adding(text)
        Self.report(unknown: switches.unknown, at: origin, &diagnostics)
        return switches
    }

    /// A text without marks, as it is set.
    mutating func plain(_ text: String, _ context: Context, at origin: Origin) -> String {
        guard !text.isEmpty, !Gaps.mayOccur(in: text) || Gaps.find(in: Array(text.utf8)).isEmpty else { return text }
        var spans = [TextSpan(text, language: context.language, switches: context.switches)]
        let outcome = rules.apply(to: &spans)
        if !outcome.unbalanced.isEmpty { reportUnbalanced(at: origin) }
        return spans.first?.text ?? text
    }

    mutating func reportUnbalanced(at origin: Origin) {
        diagnostics.warning(
            "unbalanced-quotes", "a straight quotation mark has no partner in its paragraph",
            hint: "add the other mark, or type the curved one that is meant", at: origin)
    }
}
