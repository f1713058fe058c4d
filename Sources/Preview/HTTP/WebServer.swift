import Foundation
import Synchronization

/// A small HTTP/1.1 server: one thread per connection, and a limit for everything that a client can use up.
///
/// Our own, because FlyingFox accepts heads of any length, takes quadratic time for long lines and ends when the process has no
/// descriptors left. With swift-nio, the limits for heads, bodies, time and connections would be our code too, on 80,000 lines of a
/// library, for a server of 600 lines.
final class WebServer: Sendable {
    private let socket: ListeningSocket
    private let connections = Connections()
    private let isStopped = Atomic(false)

    init(_ socket: ListeningSocket) {
        self.socket = socket
    }

    /// Answers requests until ``stop()`` is called.
    ///
    /// - Parameters:
    ///   - admission: Says whether the body of a request is read.
    ///   - handler: Makes the answers, on several threads at the same time.
    func run(
        admission: @escaping @Sendable (RequestHead) -> BodyAdmission,
        _ handler: @escaping @Sendable (Request, borrowing Connection) -> Answer
    ) {
        defer { connections.endAll() }
        while !isStopped.load(ordering: .relaxed) {
            guard socket.waitForConnection(100) else { continue }
            guard connections.hasRoom() else {
                usleep(500)
                continue
            }
            let descriptor = socket.acceptConnection()
            guard descriptor >= 0 else {
                // The process or the system has no descriptors or no memory left.
                if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) {
                    connections.giveUpOne()
                    usleep(20_000)
                }
                continue
            }
            let connections = connections
            connections.add(descriptor)
            Thread.detachNewThread { Connection(descriptor, in: connections).serve(admission: admission, handler) }
        }
    }

    /// Makes ``run(_:)`` return soon.
    func stop() { isStopped.store(true, ordering: .relaxed) }
}
