import Foundation

/// What an address on the web was meant to be: `www.example.jp`, `https：//example.jp`, `http:/example.jp`, `name@example.jp`.
package enum MeantAddress {
    /// Returns the right form; nil if the text is right, or is like no address.
    package static func read(_ text: String) -> String? {
        guard text.utf8.count <= 2_000 else { return nil }
        let folded = text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        let meant = mail(folded) ?? repaired(folded) ?? withScheme(folded)
        return meant == text ? nil : meant
    }

    /// A mail address becomes `mailto:name@example.jp`.
    private static func mail(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(isNameByte), isHost(parts[1]) else { return nil }
        return "mailto:" + text
    }

    /// An address whose scheme or signs after it are misspelt.
    private static func repaired(_ text: String) -> String? {
        if text.hasPrefix("//") { return checked("https://" + text.dropFirst(2)) }
        let word = text.prefix { $0.isASCII && $0.isLetter }
        let schemes = [
            "http": "http", "https": "https", "ttp": "http", "ttps": "https", "htp": "http", "htps": "https", "htttp": "http",
            "htttps": "https", "hhttp": "http", "hhttps": "https", "httpa": "https", "httos": "https", "hptt": "http",
            "htpp": "http",
            "httpp": "http", "httpps": "https", "htpps": "https", "httpss": "https",
        ]
        guard let scheme = schemes[word.lowercased()] else { return nil }
        let rest = text.dropFirst(word.count)
        let host = rest.drop { ":;/ \\".contains($0) }
        let signs = rest[..<host.startIndex]
        guard signs.contains(where: { ":;/\\".contains($0) }) else { return nil }
        return checked("\(scheme)://\(host)")
    }

    /// An address that starts with its host.
    private static func withScheme(_ text: String) -> String? {
        let host = text.prefix { !"/?#".contains($0) }
        let name = host.prefix { $0 != ":" }
        guard isHost(name), host.dropFirst(name.count).dropFirst().allSatisfy(\.isNumber) else { return nil }
        return checked("https://" + text)
    }

    /// The address if its host and its characters are allowed.
    private static func checked(_ address: String) -> String? {
        guard let start = address.range(of: "://")?.upperBound else { return nil }
        let rest = address[start...]
        let host = rest.prefix { !"/?#:".contains($0) }
        guard isHost(host), rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }) else {
            return nil
        }
        return address
    }

    /// Whether a text is a host whose last part is one under which there are sites, and no file's ending.
    private static func isHost(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last?.lowercased(),
            labels.allSatisfy({ label in
                !label.isEmpty
                    && label.utf8.allSatisfy {
                        ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            })
        else { return false }
        return domains.contains(last) || labels[0].lowercased() == "www"
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    private static let domains: Set<String> = [
        "jp", "com", "org", "net", "info", "biz", "edu", "gov", "int", "eu", "uk", "us", "de", "fr", "kr", "cn", "tw", "au",
        "ca", "nz", "asia",
        "tokyo", "osaka", "kyoto", "nagoya", "yokohama", "okinawa", "io", "dev", "app", "site", "online", "shop", "blog",
        "page", "wiki",
        "cloud", "tv", "me", "co", "ne", "xyz", "example",
    ]
}
