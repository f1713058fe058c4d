import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Publishing
import Synchronization

/// Shows a site while it is being written: on this machine only, unless it is told otherwise.
public final class PreviewServer: Sendable {
    /// How many ports are tried where the one asked for is taken.
    private static let portsTried = 50

    private let site: LiveSite
    private let watched: [String]
    private let host: String
    private let language: Language
    private let isStopped = Atomic(false)

    public init(content: String, templates: String, host: String, jobs: Int, language: Language) {
        site = LiveSite(content: content, templates: templates, jobs: jobs)
        watched = [content, templates]
        self.host = host
        self.language = language
    }

    /// Serves until the task is cancelled.
    ///
    /// - Parameters:
    ///   - port: The port wanted; the next free one is taken where it is in use.
    ///   - onStart: Gets the port and the first state, once requests are answered.
    ///   - onChange: Gets each state after that, on a thread of its own.
    /// - Throws: `SocketError` where the host cannot be listened on.
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

    /// A server on the first port from `port` on that is free.
    private func makeServer(from port: UInt16) throws -> (server: HTTPServer, port: UInt16) {
        let last = UInt16(clamping: Int(port) + Self.portsTried - 1)
        for candidate in port...last {
            let handler = PreviewHandler(site: site, hosts: HostCheck(host: host, port: candidate), language: language)
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
        func prompt(_ pool: some AsyncSocketPool) -> any AsyncSocketPool { PromptPool(base: pool) }
        let configuration = HTTPServer.Configuration(
            address: address, pool: prompt(HTTPServer.defaultPool()), logger: .disabled)
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
