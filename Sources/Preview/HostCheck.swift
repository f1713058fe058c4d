/// Which names a browser may have reached the preview by. A page of another host that has its own name lead to this machine (DNS
/// rebinding) is told nothing.
struct HostCheck: Sendable {
    private let allowed: Set<String>

    /// - Parameters:
    ///   - host: The address that is listened on.
    init(host: String, port: UInt16) {
        var names = ["localhost", "127.0.0.1", "[::1]"]
        names.append(host.contains(":") ? "[\(host)]" : host)
        allowed = Set(names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] })
    }

    /// Whether a `Host` header (RFC 9110, section 7.2) names this preview.
    func allows(_ header: String?) -> Bool {
        header.map { allowed.contains($0.lowercased()) } ?? false
    }
}
