import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Publishing
import Synchronization

/// A web server that shows a site while it is being written. Unless another host is given, only this computer can reach it.
public final class PreviewServer: Sendable {
    /// How many ports are tried if the wanted one is in use.
    private static let portsTried = 50

    private let site: LiveSite
    private let watched: [String]
    private let host: String
    private let language: Language
    private let showsAll: Bool
    private let isStopped = Atomic(false)

    /// A server that does not run yet.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - templates: The path of the template folder.
    ///   - host: The name or address to listen on.
    ///   - jobs: How many threads to use for reading.
    ///   - language: The language of messages.
    ///   - showsAll: Whether pages show all problems, not only the first ones of each rule.
    public init(
        content: String, templates: String, host: String, jobs: Int, language: Language, showsAll: Bool = false
    ) {
        site = LiveSite(content: content, templates: templates, jobs: jobs)
        watched = [content, templates]
        self.host = host
        self.language = language
        self.showsAll = showsAll
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: The port wanted; the next free one is used if it is taken.
    ///   - onStart: Gets the port and the first state when the server answers requests.
    ///   - onChange: Gets each later state, on another thread.
    /// - Throws: `SocketError` if the server cannot listen on the host.
    public func run(
        port: UInt16, onStart: @escaping @Sendable (UInt16, LiveSite.State) -> Void,
        onChange: @escaping @Sendable (LiveSite.State) -> Void
    ) async throws {
        let watch = FolderWatch(watched)
        site.refresh()
        let (server, port) = try makeServer(from: port)
        try await withTaskCancellationHandler {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await server.run() }
                group.addTask {
                    try await server.waitUntilListening()
                    onStart(port, self.site.state)
                    Thread.detachNewThread {
                        var watch = watch
                        while !self.isStopped.load(ordering: .relaxed) {
                            guard watch.wait() else { continue }
                            self.site.refresh()
                            onChange(self.site.state)
                        }
                    }
                }
                try await group.waitForAll()
            }
        } onCancel: {
            self.isStopped.store(true, ordering: .relaxed)
        }
    }

    /// Makes a server on the first free port, starting with `port`.
    private func makeServer(from port: UInt16) throws -> (server: HTTPServer, port: UInt16) {
        let last = UInt16(clamping: Int(port) + Self.portsTried - 1)
        for candidate in port...last {
            let handler = PreviewHandler(
                site: site, hosts: HostCheck(host: host, port: candidate), language: language, showsAll: showsAll)
            if host.contains(":") {
                let address = try sockaddr_in6.inet6(ip6: host, port: candidate)
                guard try candidate == last || isFree(address) else { continue }
                return (server(at: address, handler), candidate)
            }
            let address = try sockaddr_in.inet(ip4: host == "localhost" ? "127.0.0.1" : host, port: candidate)
            guard try candidate == last || isFree(address) else { continue }
            return (server(at: address, handler), candidate)
        }
        throw SocketError.unsupportedAddress
    }

    private func server(at address: some SocketAddress, _ handler: PreviewHandler) -> HTTPServer {
        func sendingAtOnce(_ pool: some AsyncSocketPool) -> any AsyncSocketPool { ImmediateSendPool(base: pool) }
        let configuration = HTTPServer.Configuration(
            address: address, pool: sendingAtOnce(HTTPServer.defaultPool()), logger: .disabled)
        return HTTPServer(config: configuration, handler: handler)
    }

    private func isFree(_ address: some SocketAddress) throws -> Bool {
        let socket = try Socket(domain: Int32(address.family))
        defer { try? socket.close() }
        try socket.setValue(true, for: .localAddressReuse)
        do {
            try socket.bind(to: address)
            try socket.listen()
            return true
        } catch SocketError.failed(_, let code, _) where code == EADDRINUSE {
            return false
        }
    }
}
