// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Assembly
import Groundwork
import Manuscript
import Testing

@Suite struct GeneratedTests {
    private func resource(_ id: String, grade: String = "A", restrict: String? = nil) -> Resource {
        var resource = Resource(
            id: id, kind: "helpline", names: [.british: Sample.text("Line \(id)")], grade: grade,
            origin: Sample.origin("Documents/resources.yaml"))
        resource.url = "https://\(id).example/"
        resource.dial = "116 123"
        resource.phone = "+44 300 123"
        if let restrict { resource.restrictions = [.russian: restrict] }
        return resource
    }

    private func sampleWithResources() -> Sample {
        var sample = Sample()
        let blocks = ["a", "v", "o"].map { id in
            sample.paragraph(.link(.written("resource:\(id)"), [Inline(.text(id), at: Sample.origin())]))
        }
        sample.add(blocks)
        sample.add(.resources)
        sample.publication.resources = [
            resource("a"), resource("v", grade: "V"), resource("o", restrict: "omit"),
            resource("t", restrict: "text-only"),
        ]
        return sample
    }

    private func addresses(_ section: Book.Section) -> [String] {
        func inBlocks(_ blocks: [Block]) -> [String] {
            blocks.flatMap { block -> [String] in
                block.inlineLists.flatMap { $0 }.compactMap { inline in
                    if case .link(.address(let address), _) = inline.content { address } else { nil }
                } + block.inner.flatMap(inBlocks)
            }
        }
        return inBlocks(section.blocks)
    }

    @Test func citationsAndEntriesPointToEachOther() {
        let (book, faults) = sampleWithResources().assemble()
        #expect(book.inlines(0, 0).first == .anchor("cite-a-1"))
        #expect(book.inlines(0, 1) == [.text("v")])
        let appendix = book.sections[1]
        #expect(
            appendix.blocks.compactMap(\.attributes.id) == [
                "resources-helpline", "resource-a", "resource-o", "resource-t",
            ])
        let fields = appendix.blocks.flatMap(\.inner).flatMap { $0 }.flatMap(\.inner).flatMap { $0 }
            .flatMap(\.inlineLists).flatMap { $0 }.map(\.content)
        #expect(fields.contains(.field(.cited(prefix: "cite-a-", words: "cited-on"))))
        #expect(!fields.contains(.field(.cited(prefix: "cite-t-", words: "cited-on"))))
        #expect(fields.contains(.text("116 123 (works only inside the country)")))
        #expect(addresses(appendix).contains("tel:+44300123"))
        #expect(!addresses(appendix).contains { $0.contains("116") })
        #expect(faults.of("grade-v").map(\.severity) == [.warning])
        var uncited = Diagnostics()
        Citations.reportUncited(in: [sampleWithResources().publication], &uncited)
        #expect(uncited.all.count == 1 && uncited.all.allSatisfy { $0.code == "uncited-resource" })
        #expect(book.openItems.map(\.kind) == [.grade])
    }

    @Test func aCardOfAResourceSaysHowToReachIt() throws {
        var sample = sampleWithResources()
        sample.publication.theme.components["contact"] = {
            var look = ComponentStyle()
            look.form = .contact
            return look
        }()
        let card = sample.block(
            .component(Component(name: "contact", blocks: [])), Attributes(values: ["resource": "t"]),
            in: "Documents/guide/1.md")
        sample.add([card])
        #expect(Citations(sample.publication).ids.contains("t"))
        let (book, faults) = sample.assemble()
        let block = try #require(book.sections.flatMap(\.blocks).first { $0.id == card.id })
        guard case .component(let component) = block.content else { return }
        #expect(component.title.map(\.content).first == .anchor("cite-t-1"))
        let kinds = component.blocks.flatMap(\.inner).flatMap { $0 }.flatMap(\.attributes.classes)
        #expect(kinds.contains("resource-phone") && !kinds.contains("resource-url"))
        #expect(faults.of("unknown-resource") == [])
    }

    @Test func recommendationsAreCountedThroughThePublication() throws {
        var sample = Sample()
        var look = ComponentStyle()
        look.form = .recommendation
        sample.publication.theme.components["ask"] = look
        let asks = ["", "3a", ""].enumerated().map { index, number in
            sample.block(
                .component(Component(name: "ask", blocks: [])),
                Attributes(id: "ask-\(index)", values: number.isEmpty ? [:] : ["number": number]),
                in: "Documents/guide/1.md")
        }
        sample.add(Array(asks.prefix(2)))
        sample.add([asks[2]])
        let (book, _) = sample.assemble()
        let numbers = book.sections.flatMap(\.blocks).compactMap { $0.attributes["number"] }
        #expect(numbers == ["1", "3a", "3"])
    }

    @Test func restrictionsHoldInTheirLanguage() {
        let (book, _) = sampleWithResources().assemble(language: .russian)
        #expect(book.inlines(0, 2) == [.text("o")])
        #expect(
            book.sections[1].blocks.compactMap(\.attributes.id) == ["resources-helpline", "resource-a", "resource-t"])
        #expect(addresses(book.sections[1]) == ["https://a.example/", "tel:+44300123"])
        #expect(sampleWithResources().assemble(isDraft: false).faults.of("grade-v").map(\.severity) == [.error])
    }

    @Test func theGlossaryHoldsWhatIsUsedInTheOrderOfTheLanguage() {
        var sample = Sample()
        let link = sample.paragraph(.link(.written("term:ozh"), []))
        sample.add([link])
        sample.add(.glossary)
        let names = ["ozh": "ожог", "yolka": "ёлка", "ezh": "еж", "zhuk": "жук", "other": "аист"]
        sample.publication.glossary = names.sorted { $0.key < $1.key }.map { id, name in
            Term(
                id: id, names: [.russian: Sample.text(name), .british: Sample.text(id)],
                definitions: [.british: Sample.text("meaning")], related: id == "ozh" ? ["zhuk", "yolka", "ezh"] : [],
                origin: Sample.origin())
        }
        let (book, _) = sample.assemble(language: .russian)
        guard case .definitions(let definitions)? = book.sections[1].blocks.first?.content else {
            Issue.record("no glossary")
            return
        }
        #expect(definitions.map(\.anchor) == ["term-ezh", "term-yolka", "term-zhuk", "term-ozh"])
        #expect(definitions[0].meanings.first?.first?.language == .british)
        #expect(
            book.inlines(0, 0) == [
                .anchor("use-ozh-1"),
                .link(.anchor("term-ozh"), names["ozh"].map { [Inline(.text($0), at: Sample.origin())] } ?? []),
            ])
    }

    @Test func contentsListChaptersAndTheirSections() {
        var sample = Sample()
        sample.add(.imprint)
        sample.add(.contents)
        let blocks = [sample.heading("First", id: "f"), sample.heading("Second")]
        sample.add(blocks)
        sample.add(.resources)
        let (book, _) = sample.assemble()
        guard case .contents(let entries)? = book.sections[1].blocks.first?.content else {
            Issue.record("no contents")
            return
        }
        #expect(entries.map(\.anchor) == ["one", "f", "s-1", "resources"])
        #expect(entries.map(\.level) == [1, 2, 2, 1])
        #expect(entries.map(\.number) == ["1", "", "", ""])
    }

    @Test func theFrontSaysWhatTheEditionIs() {
        var sample = Sample(title: "Heard")
        sample.publication.settings.kind = Sample.text("Briefing paper")
        sample.publication.settings.date = 1_795_564_800
        sample.add(.imprint)
        let english = sample.assemble().book
        #expect(english.cover.note == "English edition · 25 November 2026")
        #expect(english.cover.flag == "Draft")
        #expect(english.author == "Heard")
        #expect(english.standing == ["Draft"])
        guard case .definitions(let lines)? = english.sections[0].blocks.first?.content else {
            Issue.record("no imprint")
            return
        }
        #expect(lines.first?.meanings.first?.first?.inlineLists.first?.plainText == "25 November 2026")
        #expect(
            sample.assemble(language: .russian, isDraft: false).book.standing == [
                "Draft translation – not yet reviewed by a sex worker-led group working in this language"
            ])
        sample.publication.settings.translations[.russian] = Settings.Review(by: "A group", on: "2026-11-01")
        #expect(sample.assemble(language: .russian, isDraft: false).book.standing.isEmpty)
    }

    @Test func aDiscreetEditionDoesNotSayWhatItIs() {
        var sample = Sample(title: "Heard")
        sample.publication.settings.kind = Sample.text("Briefing paper")
        let link = sample.paragraph(.link(.written("https://a.example"), [Inline(.text("a"), at: Sample.origin())]))
        sample.add([link])
        #expect(sample.assemble(isDiscreet: true).faults.of("discreet-title").count == 1)
        sample.publication.settings.discreetTitles = [.british: "Notes"]
        let (book, faults) = sample.assemble(isDiscreet: true)
        #expect(faults.isEmpty)
        #expect([book.title, book.author, book.cover.title] == ["Notes", "Notes", "Notes"])
        #expect(book.cover.kind.isEmpty)
        #expect(book.inlines(0, 0) == [.text("a")])
    }
}

@Suite struct WordTests {
    @Test func theLanguagesOwnWordsComeFirst() {
        var sample = Sample()
        sample.publication.theme.strings[.british] = ["draft": Sample.text("Draft!")]
        sample.publication.theme.strings[.russian] = ["draft": Sample.text("Черновик")]
        #expect(sample.assemble(language: .russian).book.strings["draft"] == "Черновик")
        #expect(sample.assemble().book.strings["draft"] == "Draft!")
        #expect(sample.assemble(language: .russian).book.strings["page"] == "page {page}")
        // No Russian words: a Russian date all the same, and no "English edition".
        #expect(
            Words(theme: sample.publication.theme, language: .russian).date(Day(seconds: 0)) == "1 января 1970\u{A0}г.")
        #expect(sample.assemble(language: .russian).book.cover.note == "")
        #expect(sample.assemble(language: .russian).book.cover.flag == "Черновик")
    }

    @Test(arguments: [0, 951_782_400, 1_795_564_800, -86_400])
    func daysComeBack(seconds: Int) {
        let day = Day(seconds: seconds)
        #expect(day.number * 86_400 == seconds)
        #expect(Day(iso: day.iso) == day)
    }
}
