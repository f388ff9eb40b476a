// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Manuscript
import Preflight
import Testing

@testable import Publishing

/// Somebody dials what is printed: in every edition of the house's own publications each number is what resources.yaml has.
@Suite("Telephone numbers on paper") struct PhoneNumberTests {
    private static let root = String(#filePath.dropLast("/Tests/PublishingTests/PhoneNumberTests.swift".count))

    @Test func areThoseOfTheDirectory() async throws {
        let project = try #require(Project.find(from: Self.root + "/Documents"))
        let folder = try TemporaryFolder()
        var request = Request()
        request.isDraft = true
        request.output = folder.path + "/Output"
        let outcome = await Publisher(project: project, request: request).publish()
        try #require(outcome.files.count >= 8, "\(outcome.diagnostics.all.map(\.message))")
        var phones = 0
        var dials = 0
        for file in outcome.files {
            let printed = try self.printed(in: project, file.publication, file.edition)
            let inspection = try Inspection.inspect(bytes: Disk.read(folder.path + "/Output/" + file.path))
            let text = Self.collapsed(inspection.tags.map(\.text).joined(separator: " "))
            let linked = Set(inspection.links.map(\.target).filter { $0.hasPrefix("tel:") })
            for resource in printed {
                for number in [resource.phone, resource.dial].compactMap({ $0 }).flatMap(Self.numbers) {
                    #expect(Self.has(number, in: text), "\(file.path): \(resource.id) \(number)")
                }
                if resource.phone != nil { phones += 1 }
                if resource.dial != nil { dials += 1 }
            }
            // A number is linked wherever links may be, and no link dials anything else.
            let isLinked = file.edition.format == .screen
            let wanted = isLinked ? printed.filter { $0.restrictions.isEmpty }.compactMap(\.phone) : []
            #expect(Set(wanted.map { "tel:" + $0 }).isSubset(of: linked), "\(file.path)")
            #expect(linked.isSubset(of: printed.compactMap(\.phone).map { "tel:" + $0 }), "\(file.path)")
        }
        #expect(phones > 0 && dials > 10, "the directory has numbers, and the editions print them")
    }

    /// The resources that an edition's appendix prints.
    private func printed(in project: Project, _ name: String, _ edition: Edition) throws -> [Resource] {
        var diagnostics = Diagnostics()
        let publication = try #require(ManuscriptReader(project: project).read(name, diagnostics: &diagnostics))
        let book = Assembler(publication, edition: edition).assemble(&diagnostics)
        var ids: Set<String> = []
        for block in book.sections.flatMap(\.blocks) {
            if case .component = block.content, let id = block.attributes.id { ids.insert(id) }
        }
        return publication.resources.filter { ids.contains("resource-\($0.id)") }
    }

    /// The numbers of a text that may have words between them: `113 or 0800-0113`.
    private static func numbers(_ text: String) -> [String] {
        text.matches(of: /\+?[0-9](?:[0-9 ()-]*[0-9])?/).map { String($0.0) }
    }

    /// Whether `number` stands in `text` with no further figure before or after it.
    private static func has(_ number: String, in text: String) -> Bool {
        text.ranges(of: number).contains { range in
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            return !(before?.isNumber ?? false) && !(after?.isNumber ?? false)
        }
    }

    /// `text` with every run of blanks made one space, and without soft hyphens: where lines end is no matter here.
    private static func collapsed(_ text: String) -> String {
        text.unicodeScalars.filter { $0 != "\u{AD}" }.split { $0.properties.isWhitespace }
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }
}
