/// The address where a site will be.
public enum BaseURL {
    /// The address with a slash at its end; nil when it is not an `http` or `https` address of a folder in plain ASCII.
    public static func normalize(_ text: String) -> String? {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" }
        let isPlain = rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}?#".utf8.contains($0) }
        guard !host.isEmpty, isPlain else { return nil }
        return scheme + rest + (rest.hasSuffix("/") ? "" : "/")
    }
}
