// SPDX-License-Identifier: GPL-3.0-or-later
internal import CGettextPO
internal import Glibc
internal import Synchronization

/// libgettextpo behind one door: its parser keeps static state and crashes when two threads read.
enum Gettext {
    /// What a file held.
    struct Reading {
        var isOpen = false
        var charset = ""
        var messages: [Message] = []
        var faults: [Fault] = []
    }

    /// A message as the library gives it.
    struct Message {
        var context: String
        var id: String
        var string: String
        var isPlural: Bool
        var isFuzzy: Bool
        var isObsolete: Bool
    }

    /// What the library said.
    struct Fault {
        var isWarning: Bool
        var line: Int?
        var text: String
    }

    private static let door = Mutex<Void>(())
    /// The handler has no user data: what it is told waits here. Only the reader behind the door writes and empties it.
    private static let heard = Mutex<[Fault]>([])

    /// Reads the file at `path`.
    static func read(path: String) -> Reading {
        door.withLock { _ in
            var reading = Reading()
            var handler = po_xerror_handler(
                xerror: { severity, _, _, line, _, _, text in Gettext.hear(severity, line, text) },
                xerror2: { severity, _, _, line, _, _, text, _, _, _, _, _, _ in Gettext.hear(severity, line, text) })
            // "-" would mean the standard input.
            let file = po_file_read_v3(path == "-" ? "./-" : path, &handler)
            reading.faults = heard.withLock { faults in
                defer { faults = [] }
                return faults
            }
            guard let file else { return reading }
            defer { po_file_free(file) }
            reading.isOpen = true
            reading.charset = charset(of: file)
            reading.messages = messages(of: file)
            return reading
        }
    }

    private static func hear(_ severity: Int32, _ line: Int, _ text: UnsafePointer<CChar>?) {
        let message = (text.map { String(cString: $0) } ?? "the catalogue is not valid")
            .split(whereSeparator: \.isNewline).joined(separator: " ")
        let known = line > 0 && line < Int(Int32.max) ? line : nil
        heard.withLock { $0.append(Fault(isWarning: severity == 0, line: known, text: message)) }
    }

    private static func charset(of file: po_file_t) -> String {
        guard let header = po_file_domain_header(file, nil), let field = po_header_field(header, "Content-Type") else {
            return ""
        }
        defer { free(field) }
        let words = String(cString: field).split { $0 == ";" || $0 == " " }
        return words.first { $0.lowercased().hasPrefix("charset=") }.map { String($0.dropFirst(8)) } ?? ""
    }

    private static func messages(of file: po_file_t) -> [Message] {
        guard let iterator = po_message_iterator(file, nil) else { return [] }
        defer { po_message_iterator_free(iterator) }
        var messages: [Message] = []
        while let message = po_next_message(iterator) {
            messages.append(
                Message(
                    context: text(po_message_msgctxt(message)), id: text(po_message_msgid(message)),
                    string: text(po_message_msgstr(message)), isPlural: po_message_msgid_plural(message) != nil,
                    isFuzzy: po_message_is_fuzzy(message) != 0, isObsolete: po_message_is_obsolete(message) != 0))
        }
        return messages
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
}
