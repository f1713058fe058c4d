/// The host names under which the preview answers.
///
/// A web page on another host could make its own host name lead to this computer (DNS rebinding). It gets no answer.
package struct HostCheck: Sendable {
    private let allowed: Set<String>

    /// The names for a preview at an address and a port.
    ///
    /// - Parameters:
    ///   - host: The address that the preview listens on.
    ///   - port: The port that the preview listens on.
    ///   - others: Further hosts with their ports, such as the name of a proxy, exactly as browsers send them.
    package init(host: String, port: UInt16, allowing others: [String] = []) {
        var names = ["localhost", "127.0.0.1", "[::1]"]
        names.append(host.contains(":") ? "[\(host)]" : host)
        allowed = Set(names.flatMap { port == 80 ? [$0, "\($0):80"] : ["\($0):\(port)"] }).union(others.map { $0.lowercased() })
    }

    /// Whether a `Host` header (RFC 9110, section 7.2) names this preview.
    package func allows(_ header: String?) -> Bool {
        header.map { allowed.contains($0.lowercased()) } ?? false
    }

    /// Whether an `Origin` header (RFC 6454, section 7) names the page of this server from which a request to a host was sent.
    package func isOwn(origin: String?, host: String) -> Bool {
        guard allows(host), let origin = origin?.lowercased() else { return false }
        return ["http://", "https://"].contains { origin == $0 + host.lowercased() }
    }
}
