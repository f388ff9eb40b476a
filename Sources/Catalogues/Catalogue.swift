// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// The messages of a PO file, in the order of the file.
public struct Catalogue: Sendable {
    /// A message and its translation.
    public struct Entry: Hashable, Sendable {
        /// `msgctxt`; empty if there is none.
        public var context: String
        /// `msgid`.
        public var id: String
        /// `msgstr`; empty while untranslated.
        public var string: String
        /// Whether somebody must look at it before it is used.
        public var isFuzzy: Bool
        /// Whether it stands below `#~`: kept, not used.
        public var isObsolete: Bool
        /// Its lines.
        public var range: SourceRange

        /// An entry.
        public init(
            context: String, id: String, string: String, isFuzzy: Bool, isObsolete: Bool, range: SourceRange
        ) {
            self.context = context
            self.id = id
            self.string = string
            self.isFuzzy = isFuzzy
            self.isObsolete = isObsolete
            self.range = range
        }
    }

    /// The file.
    public var file: SourceFile
    /// The messages, without the header.
    public var entries: [Entry]

    /// A catalogue of `entries` read from `file`.
    public init(file: SourceFile, entries: [Entry]) {
        self.file = file
        self.entries = entries
    }

    /// Reads the PO file at `path`, whose text is `file`. Faults are reported with their lines; what can be read is read.
    public static func read(_ file: SourceFile, path: String, diagnostics: inout Diagnostics) -> Catalogue {
        let reading = Gettext.read(path: path)
        let lines = EntryLines(file)
        for fault in reading.faults {
            let start = file.offset(ofLine: fault.line ?? 1)
            let range = SourceRange(file: file, utf8: start..<file.offset(ofLine: (fault.line ?? 1) + 1))
            diagnostics.report(
                Diagnostic(
                    fault.isWarning ? .warning : .error, "catalogue-syntax", fault.text,
                    hint: "check quotes and keywords on this line and the one before", at: Origin(source: range)))
        }
        let top = Origin(source: SourceRange(file: file, utf8: 0..<min(1, file.text.utf8.count)))
        guard reading.isOpen else {
            diagnostics.error(
                "unreadable-catalogue", "the catalogue \(file.path) cannot be read",
                hint: "it must be a file that you may read", at: top)
            return Catalogue(file: file, entries: [])
        }
        guard reading.charset.lowercased() == "utf-8" else {
            let name = reading.charset.isEmpty ? "no charset" : "the charset \(reading.charset)"
            diagnostics.error(
                "catalogue-charset", "the catalogue declares \(name)",
                hint: "save it as UTF-8 and write `Content-Type: text/plain; charset=UTF-8` into its header", at: top)
            return Catalogue(file: file, entries: [])
        }
        var entries: [Entry] = []
        for message in reading.messages where !message.id.isEmpty {
            let range = SourceRange(file: file, utf8: lines.range(context: message.context, id: message.id) ?? 0..<0)
            if message.isPlural {
                diagnostics.warning(
                    "catalogue-plural", "a message with plural forms is not used",
                    hint: "translate it as a message without plural", at: Origin(source: range))
                continue
            }
            entries.append(
                Entry(
                    context: message.context, id: message.id, string: message.string, isFuzzy: message.isFuzzy,
                    isObsolete: message.isObsolete, range: range))
        }
        return Catalogue(file: file, entries: entries)
    }
}
