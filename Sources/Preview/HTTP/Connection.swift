import Foundation
import Publishing

/// A connection to a client, used by one thread. Every wait has a limit.
struct Connection: ~Copyable {
    private enum Limit {
        /// For how long a connection may be idle between two requests.
        static let idle = Duration.seconds(30)
        /// How long a head may take from its first byte to its last.
        static let head = Duration.seconds(10)
        /// How long a body may take from its first byte to its last.
        static let body = Duration.seconds(30)
        /// How long the client may take to accept the next part of an answer.
        static let sending = Duration.seconds(10)
        /// For how long a client may go on sending after the last answer.
        static let closing = Duration.seconds(1)
    }

    /// How many bytes of a file are in memory at a time.
    private static let partSize = 1 << 18

    private let descriptor: Int32
    private let connections: Connections
    private let isFromThisComputer: Bool
    /// What was received and not yet used.
    private var received: [UInt8] = []

    init(_ descriptor: Int32, in connections: Connections) {
        self.descriptor = descriptor
        self.connections = connections
        isFromThisComputer = ListeningSocket.isLoopback(clientOf: descriptor)
    }

    deinit { connections.close(descriptor) }

    /// Answers requests, one after the other, until one side ends the connection.
    ///
    /// - Parameters:
    ///   - admission: Says whether the body of a request is read. Not asked for a request without one.
    ///   - handler: Makes the answer to a request.
    consuming func serve(
        admission: (RequestHead) -> BodyAdmission, _ handler: (Request, borrowing Connection) -> Answer
    ) {
        while true {
            let answer: Answer
            var (hasBody, keepsOpen) = (true, false)
            do throws(RequestHead.Problem) {
                connections.enter(.waitingForRequest, descriptor)
                guard let head = try nextHead() else { return }
                hasBody = head.method != "HEAD"
                switch head.contentLength == 0 ? .limit(0) : admission(head) {
                case .refused(let refusal): answer = refusal
                case .limit(let limit):
                    guard head.contentLength <= limit else { throw .hasBody }
                    guard let body = try nextBody(head.contentLength) else { return }
                    connections.enter(.answering, descriptor)
                    answer = handler(Request(head: head, body: body, isFromThisComputer: isFromThisComputer), self)
                    connections.enter(.answering, descriptor)
                    keepsOpen = head.keepsOpen
                }
            } catch {
                answer = Answer(error.rawValue, text: "\(error.rawValue)\n")
            }
            guard send(answer.bytes(hasBody: hasBody, keepsOpen: keepsOpen)) else { return }
            if hasBody, let file = answer.file, !send(file) { return }
            if !keepsOpen { return finish() }
        }
    }

    /// Waits until some time has passed or the client has gone. The connection may be given up meanwhile.
    ///
    /// - Returns: Whether the client still waits.
    func pause(_ milliseconds: Int32) -> Bool {
        connections.enter(.waitingForChange, descriptor)
        #if os(Linux)
        // POLLRDHUP, which Glibc's module leaves out.
        let end: Int16 = 0x2000
        #else
        let end: Int16 = 0
        #endif
        var request = pollfd(fd: descriptor, events: end, revents: 0)
        return poll(&request, 1, milliseconds) <= 0
    }

    /// Receives the next head; nil if the client sends none.
    private mutating func nextHead() throws(RequestHead.Problem) -> RequestHead? {
        var deadline = ContinuousClock.now + Limit.idle
        var (searched, hasStarted) = (0, false)
        while true {
            if !hasStarted {
                // RFC 9112, section 2.2: empty lines before a request are ignored.
                received.removeFirst(received.prefix { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }.count)
                hasStarted = !received.isEmpty
                if hasStarted { deadline = .now + Limit.head }
            }
            if let length = RequestHead.length(in: received, searchedTo: searched) {
                guard length <= RequestHead.longest else { throw .tooLong }
                defer { received.removeFirst(length) }
                return try RequestHead(received[..<length])
            }
            searched = received.count
            guard searched <= RequestHead.longest else { throw .tooLong }
            switch receive(until: deadline) {
            case .bytes(let bytes): received += bytes
            case .end: return nil
            case .timeout:
                if hasStarted { throw .tooSlow }
                return nil
            }
        }
    }

    /// Receives the body of a request; nil if the client ends the connection before it is complete.
    private mutating func nextBody(_ length: Int) throws(RequestHead.Problem) -> [UInt8]? {
        let deadline = ContinuousClock.now + Limit.body
        while received.count < length {
            switch receive(until: deadline) {
            case .bytes(let bytes): received += bytes
            case .end: return nil
            case .timeout: throw .tooSlow
            }
        }
        defer { received.removeFirst(length) }
        return Array(received[..<length])
    }

    private enum Received {
        case bytes([UInt8])
        case end
        case timeout
    }

    private func receive(until deadline: ContinuousClock.Instant) -> Received {
        while true {
            var failure: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 8_192) { buffer, count in
                let got = recv(descriptor, buffer.baseAddress, buffer.count, 0)
                if got < 0 { failure = errno }
                count = max(0, got)
            }
            if !bytes.isEmpty { return .bytes(bytes) }
            switch failure {
            case 0: return .end
            case EINTR: break
            case EAGAIN:
                if !isReady(POLLIN, until: deadline) { return .timeout }
            default: return .end
            }
        }
    }

    /// Sends a file. Returns false if the client does not take it, or if it cannot be read.
    private func send(_ file: TemporaryFile) -> Bool {
        var sent = 0
        while sent < file.size {
            let part = file.bytes(at: sent, count: min(Self.partSize, file.size - sent))
            guard !part.isEmpty, send(part) else { return false }
            sent += part.count
        }
        return true
    }

    /// Sends bytes. Returns false if the client does not take them.
    private func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                #if canImport(Glibc)
                let count = Foundation.send(descriptor, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
                #else
                let count = Foundation.send(descriptor, part.baseAddress, part.count, 0)
                #endif
                if count >= 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    connections.enter(.sending, descriptor)
                    if !isReady(POLLOUT, until: .now + Limit.sending) { return false }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }

    /// Ends the connection so that the client gets the last answer: it would be lost if the client's bytes were refused.
    private func finish() {
        connections.enter(.closing, descriptor)
        shutdown(descriptor, Int32(SHUT_WR))
        let deadline = ContinuousClock.now + Limit.closing
        while .now < deadline, case .bytes = receive(until: deadline) {}
    }

    /// Waits until the socket can be read or written; false if that takes too long.
    private func isReady(_ event: Int32, until deadline: ContinuousClock.Instant) -> Bool {
        while true {
            let rest = ContinuousClock.now.duration(to: deadline)
            guard rest > .zero else { return false }
            let (seconds, attoseconds) = rest.components
            var request = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let count = poll(&request, 1, Int32(seconds * 1_000 + attoseconds / 1_000_000_000_000_000 + 1))
            if count > 0 { return true }
            if count < 0, errno != EINTR { return false }
        }
    }
}
