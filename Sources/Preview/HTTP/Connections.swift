import Foundation
import Synchronization

/// The open connections of a server. When there are too many, the one that has been idle for longest is ended.
final class Connections: Sendable {
    /// What a connection is doing, in the order in which connections are given up.
    enum Phase: Int {
        /// The last answer was sent, and what the client still sends is ignored.
        case closing
        case waitingForRequest
        case waitingForChange
        /// The client does not take the next part of an answer yet.
        case sending
        case answering
    }

    private struct Entry {
        var phase = Phase.waitingForRequest
        var since = ContinuousClock.now
        var isEnded = false
    }

    /// How long a client may take to accept the next part of an answer before its connection can be given up.
    private static let longestSending = Duration.milliseconds(500)
    /// How many connections may be ended without being closed yet.
    private static let mostEnded = 16
    /// How many descriptors the rest of the program needs.
    private static let reserved = 40
    private static let most = 128

    private let limit: Int
    private let entries = Mutex<[Int32: Entry]>([:])

    /// No connections yet. The limit depends on how many files the process may have open.
    init() {
        var limits = rlimit()
        #if canImport(Glibc)
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limits) == 0
        #else
        let isKnown = getrlimit(RLIMIT_NOFILE, &limits) == 0
        #endif
        let files = isKnown ? Int(clamping: limits.rlim_cur) : 256
        limit = max(4, min(Self.most, files - Self.reserved))
    }

    /// Whether another connection may be accepted. If not, one that is idle is ended, which makes room at once or soon.
    func hasRoom() -> Bool {
        let (open, ended) = entries.withLock { entries in (entries.count, entries.count { $0.value.isEnded }) }
        if open - ended >= limit { giveUpOne() }
        return open - ended < limit && ended < Self.mostEnded
    }

    func add(_ descriptor: Int32) {
        entries.withLock { $0[descriptor] = Entry() }
    }

    /// Closes a connection.
    func close(_ descriptor: Int32) {
        // The number stays in the list until it is free, so `giveUpOne` cannot end a later connection of the same number.
        entries.withLock { entries in
            entries[descriptor] = nil
            _ = Foundation.close(descriptor)
        }
    }

    /// Notes what a connection is doing from now on.
    func enter(_ phase: Phase, _ descriptor: Int32) {
        entries.withLock { entries in
            entries[descriptor]?.phase = phase
            entries[descriptor]?.since = .now
        }
    }

    /// Ends the connection that has been idle for longest, if there is one.
    func giveUpOne() {
        entries.withLock { entries in
            let now = ContinuousClock.now
            let candidates = entries.filter { _, entry in
                switch entry.phase {
                case _ where entry.isEnded: false
                case .closing, .waitingForRequest, .waitingForChange: true
                case .sending: entry.since + Self.longestSending < now
                case .answering: false
                }
            }
            let first = candidates.min { ($0.value.phase.rawValue, $0.value.since) < ($1.value.phase.rawValue, $1.value.since) }
            guard let descriptor = first?.key else { return }
            entries[descriptor]?.isEnded = true
            // The thread of the connection notices it and closes the descriptor.
            shutdown(descriptor, Int32(SHUT_RDWR))
        }
    }

    /// Ends all connections.
    func endAll() {
        entries.withLock { entries in
            for descriptor in entries.keys { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }
}
