// SPDX-License-Identifier: GPL-3.0-or-later

/// How grave a diagnostic is.
public enum Severity: String, Hashable, Sendable, Comparable {
    /// Worth knowing.
    case note
    /// The edition is built, but somebody should look.
    case warning
    /// The edition is not built.
    case error

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
    /// Orders by gravity.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// The stable name of a kind of fault, in kebab case: `unknown-anchor`. `lint:` in publication.yaml names these.
public struct DiagnosticCode: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The name.
    public let description: String
    /// The code named `value`.
    public init(stringLiteral value: String) { description = value }
    /// The code named `name`.
    public init(_ name: String) { description = name }
}

/// One fault in content: where it is, what is wrong, and what to do.
public struct Diagnostic: Hashable, Sendable {
    /// How grave it is.
    public var severity: Severity
    /// The kind of fault.
    public var code: DiagnosticCode
    /// What is wrong: lower case, no full stop, the thing named.
    public var message: String
    /// The way out, as a sentence fragment; empty if the message says it all.
    public var hint: String
    /// Where; `nil` for a fault of no one place.
    public var origin: Origin?

    /// A diagnostic.
    public init(_ severity: Severity, _ code: DiagnosticCode, _ message: String, hint: String = "", at origin: Origin?)
    {
        self.severity = severity
        self.code = code
        self.message = message
        self.hint = hint
        self.origin = origin
    }
}

/// The faults found so far: a stage takes it `inout`, reports, and goes on.
public struct Diagnostics: Sendable {
    /// In the order found.
    public private(set) var all: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    /// What `lint:` says of a code: its severity, or `nil` in the dictionary's value for "off".
    public var levels: [DiagnosticCode: Severity?] = [:]

    /// No faults.
    public init() {}

    /// Whether an error is among them.
    public var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Reports an error.
    public mutating func error(
        _ code: DiagnosticCode, _ message: String, hint: String = "", at origin: Origin? = nil
    ) {
        report(Diagnostic(.error, code, message, hint: hint, at: origin))
    }

    /// Reports a warning.
    public mutating func warning(
        _ code: DiagnosticCode, _ message: String, hint: String = "", at origin: Origin? = nil
    ) {
        report(Diagnostic(.warning, code, message, hint: hint, at: origin))
    }

    /// Adds `diagnostic`, at the level that `levels` gives its code, unless the same one is there already.
    public mutating func report(_ diagnostic: Diagnostic) {
        var diagnostic = diagnostic
        if let level = levels[diagnostic.code] {
            guard let severity = level else { return }
            diagnostic.severity = severity
        }
        if seen.insert(diagnostic).inserted { all.append(diagnostic) }
    }

    /// Adds what another stage found, as it is.
    public mutating func append(contentsOf other: Diagnostics) {
        for diagnostic in other.all where seen.insert(diagnostic).inserted { all.append(diagnostic) }
    }
}

/// What stops a stage: an unreadable file, a C library's failure. Not for faults in content.
public struct StageFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed, lower case, no full stop.
    public let description: String
    /// A failure described by `description`.
    public init(_ description: String) { self.description = description }
}
