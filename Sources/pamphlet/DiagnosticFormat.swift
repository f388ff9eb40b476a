// SPDX-License-Identifier: GPL-3.0-or-later
public import ArgumentParser
public import Publishing

extension DiagnosticFormat: ExpressibleByArgument {
    /// Text goes where errors go; what other programs read goes to the output.
    var stream: Console.Stream { self == .text ? .errors : .output }
}
