import FlyingFox
import FlyingSocks
import Foundation

/// A pool whose sockets send what they are given at once. A response goes out in two pieces, and the second would wait for the
/// first to be acknowledged, which takes 40 ms (RFC 896, RFC 1122 section 4.2.3.2).
struct PromptPool<Base: AsyncSocketPool>: AsyncSocketPool {
    let base: Base

    func prepare() async throws { try await base.prepare() }

    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // Sockets that are accepted take it over from the one that listens.
        var isOn: Int32 = 1
        setsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        try await base.suspendSocket(socket, untilReadyFor: events)
    }
}
