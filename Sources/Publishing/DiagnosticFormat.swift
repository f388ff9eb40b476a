// SPDX-License-Identifier: GPL-3.0-or-later
public import Groundwork

/// How diagnostics are written.
public enum DiagnosticFormat: String, CaseIterable, Sendable {
    /// As a compiler does.
    case text
    /// A JSON object on each line.
    case json
    /// Workflow commands, which GitHub shows at their lines.
    case github

    /// `diagnostic` in this form, without a line end.
    public func text(_ diagnostic: Diagnostic) -> String {
        switch self {
        case .text: compilerText(diagnostic)
        case .json: Self.object(diagnostic).line
        case .github: workflowCommand(diagnostic)
        }
    }

    /// The place that somebody has to change: the catalogue's if the text came from one.
    private static func place(_ diagnostic: Diagnostic) -> SourceRange? {
        diagnostic.origin.map { $0.catalogue ?? $0.source }
    }

    private func compilerText(_ diagnostic: Diagnostic) -> String {
        let statement = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
        let hint = diagnostic.hint.isEmpty ? "" : "\n    hint: \(diagnostic.hint)"
        guard let place = Self.place(diagnostic) else { return "pamphlet: " + statement + hint }
        let (line, column) = place.start
        var text = "\(place.file.path):\(line):\(column): " + statement
        let content = Array(place.file.line(line).unicodeScalars)
        if !content.isEmpty, content.count <= 400 {
            let shown = String(String.UnicodeScalarView(content))
            // Tabs are kept, so that the caret stands below its character whatever a tab's width.
            let indent = content.prefix(column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
            text += "\n    \(shown)\n    \(indent)^"
        }
        return text + hint
    }

    /// `diagnostic` as other programs read it.
    static func object(_ diagnostic: Diagnostic) -> JSON {
        var members: [String: JSON] = [
            "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code.description),
            "message": .string(diagnostic.message),
        ]
        if !diagnostic.hint.isEmpty { members["hint"] = .string(diagnostic.hint) }
        if let place = place(diagnostic) {
            let end = place.file.position(of: place.utf8.upperBound)
            members["file"] = .string(place.file.path)
            members["line"] = .integer(place.start.line)
            members["column"] = .integer(place.start.column)
            members["endLine"] = .integer(end.line)
            members["endColumn"] = .integer(end.column)
        }
        return .object(members)
    }

    private func workflowCommand(_ diagnostic: Diagnostic) -> String {
        let name = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties = ["title=\(DiagnosticFormat.escaped(diagnostic.code.description, isProperty: true))"]
        if let place = Self.place(diagnostic) {
            properties.insert("file=\(DiagnosticFormat.escaped(place.file.path, isProperty: true))", at: 0)
            properties.insert("line=\(place.start.line),col=\(place.start.column)", at: 1)
        }
        let message = diagnostic.message + (diagnostic.hint.isEmpty ? "" : "\nhint: \(diagnostic.hint)")
        return "::\(name) \(properties.joined(separator: ","))::\(DiagnosticFormat.escaped(message, isProperty: false))"
    }

    private static func escaped(_ text: String, isProperty: Bool) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            case ":" where isProperty: "%3A"
            case "," where isProperty: "%2C"
            default: String(scalar)
            }
        }.joined()
    }
}
