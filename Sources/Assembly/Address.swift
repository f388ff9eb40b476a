// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes an address of the manuscript fit for a PDF: ASCII, with a scheme that a reader may follow.
enum Address {
    /// What is wrong with an address.
    enum Fault: Error, Equatable {
        /// A scheme that no edition links to.
        case scheme(String)
        /// A blank, a control character, or one that no address may hold.
        case character(Unicode.Scalar)
        /// Nothing after the scheme, or no host.
        case incomplete
    }

    /// The scheme of `text` in lower case, if it has one.
    static func scheme(of text: String) -> String? {
        guard let colon = text.utf8.firstIndex(of: 58) else { return nil }
        let name = text[..<colon]
        guard let first = name.utf8.first, (97...122).contains(first | 32),
            name.utf8.allSatisfy({
                (97...122).contains($0 | 32) || (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 46
            })
        else { return nil }
        return name.lowercased()
    }

    /// `text` in ASCII: the host by Punycode, the rest percent-encoded.
    static func ascii(_ text: String) throws(Fault) -> String {
        let scheme = scheme(of: text) ?? ""
        guard ["http", "https", "mailto", "tel"].contains(scheme) else { throw .scheme(scheme) }
        for scalar in text.unicodeScalars where isForbidden(scalar) { throw .character(scalar) }
        var rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count + 1)
        guard scheme == "http" || scheme == "https" else {
            guard !rest.isEmpty else { throw .incomplete }
            return scheme + ":" + encoded(rest)
        }
        guard rest.starts(with: "//".unicodeScalars) else { throw .incomplete }
        rest = rest.dropFirst(2)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
        guard !host.isEmpty, host.first != ":" else { throw .incomplete }
        let user = authority.dropLast(host.count)
        let name = host.prefix { $0 != ":" }
        return scheme + "://" + encoded(user) + punycoded(name) + encoded(host.dropFirst(name.count))
            + encoded(rest.dropFirst(authority.count))
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x21 || scalar.value == 0x7F || scalar.properties.isWhitespace
            || (0x80...0x9F).contains(scalar.value) || "<>\"\\^`{|}".unicodeScalars.contains(scalar)
    }

    private static func encoded<S: Sequence<Unicode.Scalar>>(_ scalars: S) -> String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var result = String.UnicodeScalarView()
        for scalar in scalars {
            guard scalar.value > 0x7F else {
                result.append(scalar)
                continue
            }
            for byte in String(scalar).utf8 {
                result.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(result)
    }

    private static func punycoded<S: Collection<Unicode.Scalar>>(_ host: S) -> String {
        host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            guard label.contains(where: { $0.value > 0x7F }) else {
                return String(String.UnicodeScalarView(label))
            }
            let lower = String(String.UnicodeScalarView(label)).lowercased()
            return "xn--" + punycode(Array(lower.unicodeScalars.map(\.value)))
        }.joined(separator: ".")
    }

    /// RFC 3492.
    private static func punycode(_ input: [UInt32]) -> String {
        var output = input.filter { $0 < 0x80 }.compactMap { Unicode.Scalar($0) }
        let basic = output.count
        var handled = basic
        if basic > 0 { output.append("-") }
        var (limit, delta, bias) = (UInt32(128), 0, 72)
        while handled < input.count {
            guard let next = input.filter({ $0 >= limit }).min() else { break }
            delta += Int(next - limit) * (handled + 1)
            limit = next
            for value in input {
                if value < limit { delta += 1 }
                guard value == limit else { continue }
                var (rest, step) = (delta, 36)
                while true {
                    let threshold = min(max(step - bias, 1), 26)
                    guard rest >= threshold else { break }
                    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
                    rest = (rest - threshold) / (36 - threshold)
                    step += 36
                }
                output.append(digit(rest))
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            limit += 1
        }
        return String(String.UnicodeScalarView(output))
    }

    private static func digit(_ value: Int) -> Unicode.Scalar {
        Unicode.Scalar(UInt8(value < 26 ? value + 97 : value + 22))
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}
