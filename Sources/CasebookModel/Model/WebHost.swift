import Foundation

/// The hosts of web addresses: which part of an address is the host, whether the whole world reaches it, and how it is written in
/// ASCII.
package enum WebHost {
    /// Returns what is between the slashes after the scheme and the path: user, host and port.
    package static func authority(of address: String) -> Substring? {
        guard let start = address.range(of: "://")?.upperBound else { return nil }
        return address[start...].prefix { !"/?#\\".contains($0) }
    }

    /// Returns the host of an address, in lower case, without user and port.
    package static func host(of address: String) -> String? {
        guard let authority = authority(of: address) else { return nil }
        let part = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        if part.hasPrefix("[") { return part.prefix { $0 != "]" }.dropFirst().lowercased() }
        return part.prefix { $0 != ":" }.lowercased()
    }

    /// Whether only some computers reach a host: the own one, or those of a home or an office.
    ///
    /// These are `localhost` and names below it (RFC 6761, section 6.3), `.local` (RFC 6762), `.internal` and `.home.arpa`, names
    /// without a dot, and the private, link-local and loopback addresses (RFC 1918, 3927, 4193, 4291, 6890), also as one number.
    package static func isLocal(_ host: String) -> Bool {
        if host.contains(":") { return isLocalIPv6(host) }
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        guard !name.isEmpty else { return false }
        if let number = ipv4(name) { return isLocalIPv4(number) }
        guard name.contains(".") else { return true }
        return [".localhost", ".local", ".localdomain", ".internal", ".home.arpa"].contains { name.hasSuffix($0) }
    }

    private static func isLocalIPv4(_ number: UInt32) -> Bool {
        switch (number >> 24, number >> 16 & 0xFF) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168): true
        default: false
        }
    }

    private static func isLocalIPv6(_ host: String) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 16)
        let text = String(host.prefix { $0 != "%" })
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return false }
        let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        if isMapped { return isLocalIPv4(bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }) }
        if bytes.prefix(15).allSatisfy({ $0 == 0 }) { return bytes[15] <= 1 }
        return bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80
    }

    /// Returns the number that browsers read a host as: up to four numbers with dots, each decimal, octal (`0…`) or hexadecimal
    /// (`0x…`); the last one fills the rest (WHATWG URL, “IPv4 parser”).
    private static func ipv4(_ host: String) -> UInt32? {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false).map(number)
        guard parts.count <= 4, let last = parts.last ?? nil else { return nil }
        var result: UInt64 = 0
        for part in parts.dropLast() {
            guard let part, part < 256 else { return nil }
            result = result << 8 | part
        }
        let restBits = UInt64(8 * (5 - parts.count))
        guard last < 1 << restBits else { return nil }
        return UInt32(truncatingIfNeeded: result << restBits | last)
    }

    private static func number(_ text: Substring) -> UInt64? {
        if text.hasPrefix("0x") { return text.count == 2 ? 0 : UInt64(text.dropFirst(2), radix: 16) }
        return text.count > 1 && text.hasPrefix("0") ? UInt64(text, radix: 8) : UInt64(text)
    }
}

extension WebHost {
    /// Returns a host in ASCII: its labels mapped as by UTS 46 (width, case, full stops, ignored characters) and encoded with
    /// Punycode; nil if a label cannot be one.
    package static func ascii(_ host: String) -> String? {
        let ignored: Set<Unicode.Scalar> = ["\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}"]
        let kept = String(String.UnicodeScalarView(host.unicodeScalars.filter { !ignored.contains($0) }))
        let mapped = kept.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        var text = String(String.UnicodeScalarView(mapped.map { $0 == "\u{3002}" ? "." : $0 }))
        if text.hasSuffix(".") { text.removeLast() }
        var labels: [String] = []
        for label in text.split(separator: ".", omittingEmptySubsequences: false) {
            let scalars = Array(label.unicodeScalars)
            guard let first = scalars.first, let last = scalars.last, first != "-", last != "-", scalars.allSatisfy(isAllowed)
            else { return nil }
            let encoded = scalars.allSatisfy(\.isASCII) ? String(label) : Punycode.encode(scalars).map { "xn--" + $0 }
            guard let encoded, encoded.utf8.count <= 63 else { return nil }
            labels.append(encoded)
        }
        return labels.joined(separator: ".")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
            return false
        default: return true
        }
    }
}

/// Punycode (RFC 3492): letters of any script in ASCII.
enum Punycode {
    // Section 5: the parameters of Punycode.
    private static let (base, tMin, tMax, skew, damp, initialBias, initialN) = (36, 1, 26, 38, 700, 72, 128)

    /// Encodes a label (section 6.3), without the mark `xn--`; nil for a label that is too long for any host.
    static func encode(_ label: [Unicode.Scalar]) -> String? {
        guard label.count <= 63 else { return nil }
        var output = label.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (n, delta, bias, handled) = (initialN, 0, initialBias, basicCount)
        while handled < label.count {
            guard let next = label.map({ Int($0.value) }).filter({ $0 >= n }).min() else { return nil }
            delta += (next - n) * (handled + 1)
            n = next
            for scalar in label {
                let value = Int(scalar.value)
                if value < n { delta += 1 }
                guard value == n else { continue }
                var (q, k) = (delta, base)
                while true {
                    let threshold = min(max(k - bias, tMin), tMax)
                    if q < threshold { break }
                    output.append(digit(threshold + (q - threshold) % (base - threshold)))
                    q = (q - threshold) / (base - threshold)
                    k += base
                }
                output.append(digit(q))
                bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
                delta = 0
                handled += 1
            }
            delta += 1
            n += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Section 6.1: bias adaptation.
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 0x61 : value - 26 + 0x30)
    }
}
