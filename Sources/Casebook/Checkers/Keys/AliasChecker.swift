import Diagnostics

/// Old addresses are ones that a page can be written to: lower-case ASCII, relative, with `.html`.
enum AliasChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, _) in file.texts(where: { if case .addresses = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard !isFit(value) else { continue }
            var trimmed = Substring(value.lowercased())
            while trimmed.hasPrefix("/") || trimmed.hasPrefix("./") { trimmed = trimmed.drop { $0 == "." || $0 == "/" } }
            let isOnlyPrefixed = value.lowercased() == value && isFit(String(trimmed))
            let meant = isOnlyPrefixed ? String(trimmed) : nil
            report.tell(.badAlias(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }

    /// Whether a page can be written to an address on every file system.
    static func isFit(_ address: String) -> Bool {
        guard address.hasSuffix(".html"), address.utf8.count <= 200 else { return false }
        let segments = address.dropLast(5).split(separator: "/", omittingEmptySubsequences: false)
        return segments.allSatisfy { segment in
            guard let first = segment.utf8.first, first != 0x2D, first != 0x2E, !ReservedNames.isForbidden(segment) else {
                return false
            }
            return segment.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x61...0x7A, 0x2D, 0x5F: true
                default: false
                }
            }
        }
    }
}
