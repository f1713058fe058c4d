import Diagnostics

/// Addresses on the web are whole ones.
enum AddressChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, field) in file.texts(where: { if case .url = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard !isAddress(value) || (field.key == "base_url" && value.contains { "?#".contains($0) }) else { continue }
            report.tell(.badAddress(key: field.key, value: value), in: file.text, text.bytes)
        }
    }

    /// Whether this is `https://host…` or `http://host…` in characters that an address may have.
    private static func isAddress(_ value: String) -> Bool {
        let prefix = ["https://", "http://"].first { value.hasPrefix($0) }
        guard let prefix else { return false }
        let rest = value.dropFirst(prefix.count)
        let host = rest.prefix { !"/?#".contains($0) }
        let hasHost = !host.isEmpty && host.utf8.contains { $0 >= 0x30 }
        return hasHost && rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}
