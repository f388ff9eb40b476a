// SPDX-License-Identifier: GPL-3.0-or-later
import Groundwork

/// The YAML between two lines `---` at a file's beginning.
struct FrontMatter {
    private(set) var title: Text?
    private(set) var short: Text?
    private(set) var id: String?
    private(set) var idOrigin: Origin?
    private(set) var role: Document.Role?
    private(set) var colour: (name: SwatchName, origin: Origin)?
    private(set) var master: (name: String, origin: Origin)?
    /// The UTF-8 offset where the Markdown begins.
    private(set) var bodyOffset = 0

    init(_ file: SourceFile, _ diagnostics: inout Diagnostics) {
        guard Self.isFence(file.line(1)), file.text.utf8.count > 3 else { return }
        var line = 2
        while file.offset(ofLine: line) < file.text.utf8.count, !Self.isFence(file.line(line)) { line += 1 }
        guard Self.isFence(file.line(line)) else {
            // A thematic break at the beginning of a file that has no front matter.
            return
        }
        bodyOffset = file.offset(ofLine: line + 1)
        let yaml = file.offset(ofLine: 2)..<file.offset(ofLine: line)
        var faults = Diagnostics()
        let value = YAMLValue.read(file, part: yaml, &faults)
        if let value, value.pairs == nil {
            // Text between two thematic breaks.
            bodyOffset = 0
            return
        }
        for fault in faults.all { diagnostics.report(fault) }
        guard let value,
            let fields = Fields(
                value, "front matter", keys: ["title", "short", "id", "role", "colour", "master"], &diagnostics)
        else { return }
        title = fields.text("title", &diagnostics)
        short = fields.text("short", &diagnostics)
        id = id(fields, &diagnostics)
        idOrigin = fields["id"]?.origin
        role = fields.choice("role", Document.Role.self, &diagnostics)
        colour = fields.string("colour", &diagnostics).map { ($0, fields.place(of: "colour")) }
        master = fields.string("master", &diagnostics).map { ($0, fields.place(of: "master")) }
    }

    private func id(_ fields: Fields, _ diagnostics: inout Diagnostics) -> String? {
        guard let id = fields.string("id", &diagnostics) else { return nil }
        if !id.isEmpty, id.utf8.allSatisfy({ $0 > 32 && !"#()[]{}<>\"".utf8.contains($0) }) { return id }
        diagnostics.error(
            "wrong-type", "‘id’ must be a name without blanks and brackets", hint: "it is ‘\(id.prefix(40))’",
            at: fields.place(of: "id"))
        return nil
    }

    private static func isFence(_ line: Substring) -> Bool {
        var line = line
        while let last = line.last, last == "\r" || last == " " { line.removeLast() }
        return line == "---"
    }
}
