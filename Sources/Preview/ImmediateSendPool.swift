import FlyingFox
import FlyingSocks
import Foundation

/// A socket pool whose sockets send data without delay (`TCP_NODELAY`).
///
/// FlyingFox sends a response in two parts. Without this, the second part waits until the first is acknowledged, which takes 40 ms
/// (RFC 896, RFC 1122 section 4.2.3.2).
struct ImmediateSendPool<Base: AsyncSocketPool>: AsyncSocketPool {
    let base: Base

    func prepare() async throws { try await base.prepare() }

    func run() async throws { try await base.run() }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // Accepted sockets inherit the option from the listening socket.
        var isOn: Int32 = 1
        setsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &isOn, socklen_t(MemoryLayout<Int32>.size))
        try await base.suspendSocket(socket, untilReadyFor: events)
    }
}
