// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork
import Manuscript
import Testing

@Suite struct MarkdownReaderTests {
    @Test(arguments: [
        ("text\n{crtical #c}\n", "unknown-attribute"), ("text\n{only=print}\n", "kept-attribute"),
        ("text\n\n{critical #c}\n", "stray-attributes"), ("text\n{#r to=\"All[^z]\"}\n", "attribute-note"),
        ("```chart\ntype: bar\nto: 10\ndata:\n- {label: A, value: 12}\n```\n", "chart-scale"),
    ])
    func whatNothingActsOnIsReported(_ text: String, _ code: String) {
        #expect(Reading(text).codes == [code])
    }

    @Test(arguments: [
        ("## X {#id .a number=3}\ntext\n", "h2#id(X) p(text)"),
        ("## X{#id}\n", "h2#id(X)"),
        ("## The set (x){#id}\n", "h2#id(The set (x))"),
        ("X {#id}\n---\n", "h2#id(X)"),
        ("text\n{#p lang=ru}\nmore\n", "p#p(text) p(more)"),
        ("- a\n- b\n{#l}\n", "ul#l{[p(a)][p(b)]}"),
        ("| a |\n|---|\n| b |\n{#t header-column}\n", "table#t<>(a/b)<>"),
        ("a set {x y}\n", "p(a set {x y})"),
        ("a\n\n{x}\n", "p(a) p({x})"),
        ("{{#include x}}\n", "p({{#include x}})"),
    ])
    func readsAttributes(_ text: String, _ outline: String) {
        let reading = Reading(text)
        #expect(reading.outline == outline)
        #expect(reading.codes == [])
    }

    @Test(arguments: [
        (":::note Title *x* {#n}\ntext\n:::\nafter\n", "note#n:Title *x*[p(text)] p(after)"),
        ("- a\n:::note\nb\n:::\n", "ul{[p(a)]} note:[p(b)]"),
        (":::note\n- a\n:::\nb\n", "note:[ul{[p(a)]}] p(b)"),
        (":::note\n- a\n\n:::tip\nb\n:::\n:::\n", "note:[ul{[p(a)]} tip:[p(b)]]"),
        ("::::note\n:::tip\nb\n:::\nc\n::::\n", "note:[tip:[p(b)] p(c)]"),
        ("```\n:::note\n```\n", "code:(:::note)"),
        ("    :::note {#x}\n", "code:(:::note {#x})"),
        ("> :::note\n> a\n> :::\n", "quote[note:[p(a)]]"),
        ("> [!WARNING]\n> a\n>\n> b\n", "warning:[p(a) p(b)]"),
        ("> [!NOTE] a\n", "quote[p([!NOTE] a)]"),
        (":::columns {wide}\na\n:::\n", "columns:[p(a)]"),
        ("::: {.note #x}\na\n:::\n", "note#x:[p(a)]"),
    ])
    func readsContainers(_ text: String, _ outline: String) {
        let reading = Reading(text)
        #expect(reading.outline == outline)
        #expect(reading.codes == [])
    }

    @Test func readsFiguresAndTables() {
        #expect(Reading("![a *b*](x.svg)\n").outline == "figure(a b@x.svg)<>")
        #expect(Reading("![-](x.svg)\n{#f}\n").outline == "figure#f(@x.svg)<>")
        let figure = Reading(":::figure {#f width=50%}\n![a](x.svg)\n\nCaption.[^n]\n:::\n")
        #expect(figure.outline == "figure#f(a@x.svg)<Caption.[^n]>")
        guard case .figure(let picture) = figure.document.blocks[0].content else { return }
        #expect(picture.width == 0.5)
        let text = ":::table {#t header-column widths=\"2 1\"}\nC\n\n| a | b |\n|:--|--:|\n| c | d |\n\nN\n:::\n"
        #expect(Reading(text).outline == "table#t<C>(a|b/c|d)<p(N)>")
        guard case .table(let table) = Reading(text).document.blocks[0].content else { return }
        #expect(table.hasHeaderColumn && table.widths == [2, 1] && table.alignments == [.start, .end])
        #expect(table.head.count == 1)
        #expect(Reading(":::table {widths=\"2\"}\n| a | b |\n|---|---|\n:::\n").codes == ["bad-widths"])
        #expect(Reading("![](x.svg)\n").codes == ["alt-missing"])
        #expect(Reading("![](x.svg)\n").outline == "figure(x@x.svg)<>")
        #expect(Reading("![a](https://b/c.png)\n").codes == ["remote-image"])
        #expect(Reading("![a](https://b/c.png)\n").outline == "figure(a@-)<>")
    }

    @Test func readsListsAndDefinitions() {
        #expect(Reading("- [ ] a\n- [x] b\n").outline == "ul{o[p(a)]x[p(b)]}")
        #expect(Reading("3. a\n4. b\n").outline == "ol3{[p(a)][p(b)]}")
        #expect(
            Reading("Term\n: one *a*\n: two\n\nOther\n\n: three\n").outline
                == "dl{Term:[p(one *a*)][p(two)];Other:[p(three)]}")
        #expect(Reading("\\: not\n").outline == "p(: not)")
        #expect(Reading(": alone\n").outline == "p(: alone)")
    }

    @Test(arguments: [
        ("<!-- a -->\ntext\n", "p(text)"),
        ("a <!-- b --> c\n", "p(a c)"),
        ("a <!-- b -- c\n{#x} :::y\n--> d\n", "p(a d)"),
        ("<!-- a\n\n:::note\n-->\nb\n", "p(b)"),
        ("<!-- a --> b\n", "p(b)"),
        ("a\n<!-- b --> c <!-- d -->\n", "p(a c)"),
        ("- a\n  <!-- x\n  y -->\n- b\n", "ul{[p(a)][p(b)]}"),
        ("`<!-- a -->` b\n", "p(`<!-- a -->` b)"),
        ("```\n<!-- a\n```\nb -->\n", "code:(<!-- a) p(b -->)"),
        ("| a <!-- | --> | b |\n|---|---|\n", "table<>(a|b)<>"),
    ])
    func commentsNeverReachTheReader(_ text: String, _ outline: String) {
        #expect(Reading(text).outline == outline)
        #expect(Reading(text).codes == [])
    }

    @Test func anUnclosedCommentIsReported() {
        #expect(Reading("a\n\n<!-- b\n\nc\n").codes == ["unclosed-comment"])
        #expect(Reading("a\n\n<!-- b\n\nc\n").outline == "p(a)")
    }

    @Test func readsNotes() {
        let reading = Reading(
            "a[^x] b[^y]\n\n[^x]: one\nlazy\n\n    two\n\n    - three\n[^z]: unused *z* [l][r]\n\nend\n\n[r]: u\n")
        #expect(reading.outline == "p(a[^x] b[^y]) p(end)")
        #expect(reading.document.notes.map(\.label) == ["x", "z"])
        #expect(
            reading.document.notes[0].blocks.map { Reading.outline($0) } == ["p(one lazy)", "p(two)", "ul{[p(three)]}"])
        #expect(reading.document.notes[1].blocks.map { Reading.outline($0) } == ["p(unused *z* [l](u))"])
        #expect(Reading("[^a]: x\n[^a]: y\n").codes == ["duplicate-note"])
        #expect(Reading("\\[^a] `[^b]`\n").outline == "p(\\[^a] `[^b]`)")
        #expect(Reading("```\n[^a]: x\n```\n").document.notes.isEmpty)
        // What is left open in one note or in the text swallows no other.
        let open = Reading("```\ncode\n\n[^a]: x\n")
        #expect(open.outline == "code:(code\n\n[^a]: x)")
        let script = Reading("[^a]: <script>\n[^b]: y\n\ntext\n")
        #expect(script.document.notes.count == 2 && script.outline == "p(text)")
    }

    @Test func readsRunningText() {
        #expect(Reading("**A.**[^x] _b_ ~~c~~ ~5 `d`  \ne\nf\n").outline == "p(**A.**[^x] *b* ~~c~~ ~5 `d`\\\ne f)")
        #expect(
            Reading("[see [x](y) *z*]{lang=ru} [a] b]{#q}\n").outline == "p([see [x](y) *z*]{lang=ru} [a] b\\]{#q})")
        #expect(Reading("[TO CONFIRM – a, b]\n").document.blocks.count == 1)
        #expect(
            Reading("<https://a.b/c_d> https://e.f m@n.o\n").outline == "p(<https://a.b/c_d> <https://e.f> <m@n.o>)")
        #expect(Reading("[](#x) [t](<a b>)\n").outline == "p([](#x) [t](<a b>))")
        #expect(Reading("![a](b.png){width=30%} x\n").outline == "p(![a](b.png){width=0.3} x)")
        #expect(Reading("see https://e.f/g.[^n] h\n").outline == "p(see <https://e.f/g>.[^n] h)")
        let placeholder = Reading("[CONSULTATION FINDING – dates, [x] and y]\n").document.blocks[0]
        guard case .paragraph(let inlines) = placeholder.content else { return }
        #expect(inlines.map(\.content) == [.text("[CONSULTATION FINDING – dates, [x] and y]")])
    }

    @Test func rawHTMLIsReportedAndItsTextKept() {
        let reading = Reading("a <b>c</b><br>d\n\n<div class=\"x\">\n<p>e &amp; f</p>\n</div>\n")
        #expect(reading.outline == "p(a c\\\nd) p(e & f)")
        #expect(Set(reading.codes) == ["raw-html"])
    }

    @Test func headings() {
        let reading = Reading("# T {#t}\n## A\n#### B\n#### C\n### D\n")
        #expect(reading.document.title?.inlines.plainText == "T" && reading.document.title?.attributes.id == "t")
        #expect(reading.outline == "h2(A) h3(B) h3(C) h3(D)")
        #expect(reading.codes == ["heading-skip", "heading-skip"])
        #expect(Reading("# T\n## A\n# B\n## C\n").outline == "h2(A) h2(B) h3(C)")
        #expect(Reading("# T\n## A\n# B\n## C\n").codes == [])
    }

    @Test(arguments: [
        (":::note\na\n", "unclosed-container", 1, 1),
        ("a\n\n:::\n", "unopened-container", 3, 1),
        ("::::note\n:::tip\na\n::::\n", "unclosed-container", 2, 1),
        ("## A {#x}\n\n[é]{lang=fr} [b]{#x}\n", "duplicate-id", 3, 17),
        ("a\u{0}b\n", "control-character", 1, 2),
        ("é **b <i>** c\n", "raw-html", 1, 7),
        ("[a]{lang=x}\n", "bad-language", 1, 4),
    ])
    func faultsHaveTheirPlace(_ text: String, _ code: String, _ line: Int, _ column: Int) {
        let diagnostic = Reading(text).diagnostics.all.first
        #expect(diagnostic?.code.description == code)
        let start = diagnostic?.origin?.source.start
        #expect(start?.line == line && start?.column == column)
    }

    @Test func placesAreExact() {
        #expect(Reading("\u{FEFF}# T\n").document.title?.origin.source.utf8 == 3..<6)
        let reading = Reading("---\r\nÄ [é]{lang=fr} *x*[^n]\r\n\r\n[^n]: *note*\r\n")
        let text = Array(reading.file.text.utf8)
        func written(_ origin: Origin) -> String { String(decoding: text[origin.source.utf8], as: UTF8.self) }
        guard case .paragraph(let inlines) = reading.document.blocks[1].content else { return }
        #expect(inlines.map { written($0.origin) } == ["Ä ", "[é]{lang=fr}", " ", "*x*", "[^n]"])
        #expect(reading.document.notes[0].blocks.map { written($0.origin) } == ["*note*"])
    }
}
