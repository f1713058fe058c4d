import Diagnostics
import Foundation

/// A socket that accepts connections at an address and a port.
final class ListeningSocket: Sendable {
    /// How many ports are tried if the wanted one is in use.
    private static let portsTried = 50

    let descriptor: Int32
    let port: UInt16

    /// Listens on the first free port.
    ///
    /// - Parameters:
    ///   - host: An IPv4 or IPv6 address, or `localhost`.
    ///   - wanted: The first port to try; 0 for any.
    init(host: String, port wanted: UInt16) throws(ListeningError) {
        let last = UInt16(clamping: Int(wanted) + (wanted == 0 ? 0 : Self.portsTried - 1))
        var candidate = wanted
        while true {
            do throws(ListeningError) {
                descriptor = try Self.listen(host: host, port: candidate)
                break
            } catch  where error.code == EADDRINUSE && candidate < last {
                candidate += 1
            }
        }
        port = wanted == 0 ? Self.port(of: descriptor) : candidate
    }

    deinit { close(descriptor) }

    /// Waits for a connection.
    ///
    /// - Parameter milliseconds: How long to wait at most.
    /// - Returns: Whether there is one.
    func waitForConnection(_ milliseconds: Int32) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, milliseconds) > 0
    }

    /// Accepts the next connection.
    ///
    /// - Returns: Its descriptor; negative with `errno` set if there is none.
    func acceptConnection() -> Int32 {
        let accepted = accept(descriptor, nil, nil)
        guard accepted >= 0 else { return accepted }
        prepare(accepted)
        // An answer is sent at once, not when the one before it was acknowledged.
        Self.setOption(TCP_NODELAY, level: Int32(IPPROTO_TCP), of: accepted)
        // Clients that do not read get a few pages, not megabytes of them.
        Self.setOption(SO_SNDBUF, to: 65_536, level: SOL_SOCKET, of: accepted)
        return accepted
    }

    /// Whether the client of a connection is on this computer: 127.0.0.0/8, or ::1, or the former written as the latter are.
    static func isLoopback(clientOf descriptor: Int32) -> Bool {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            guard pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, { getpeername(descriptor, $0, &size) }) == 0 else {
                return false
            }
            switch Int32(pointer.pointee.ss_family) {
            case AF_INET:
                return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    UInt32(bigEndian: $0.pointee.sin_addr.s_addr) >> 24 == 127
                }
            case AF_INET6:
                let bytes = pointer.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
                }
                let isMapped = bytes[..<12].elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
                return isMapped ? bytes[12] == 127 : bytes.elementsEqual([UInt8](repeating: 0, count: 15) + [1])
            default: return false
            }
        }
    }

    private static func listen(host: String, port: UInt16) throws(ListeningError) -> Int32 {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
        #if canImport(Glibc)
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #else
        hints.ai_socktype = SOCK_STREAM
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host == "localhost" ? "127.0.0.1" : host, String(port), &hints, &found) == 0,
            let address = found?.pointee
        else { throw ListeningError(code: EINVAL) }
        defer { freeaddrinfo(found) }
        let descriptor = socket(address.ai_family, address.ai_socktype, address.ai_protocol)
        guard descriptor >= 0 else { throw ListeningError(code: errno) }
        setOption(SO_REUSEADDR, level: SOL_SOCKET, of: descriptor)
        prepare(descriptor)
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, Foundation.listen(descriptor, SOMAXCONN) == 0
        else {
            let code = errno
            close(descriptor)
            throw ListeningError(code: code)
        }
        return descriptor
    }

    private static func setOption(_ option: Int32, to value: Int32 = 1, level: Int32, of descriptor: Int32) {
        var value = value
        setsockopt(descriptor, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func port(of descriptor: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            // The port has the same position in the addresses of IPv4 and IPv6.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(descriptor, $0, &size) }
            return pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt16(bigEndian: $0.pointee.sin_port) }
        }
    }
}

/// Calls of an open descriptor return at once, and it is closed in programs that this one starts.
private func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
    var isOn: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #endif
}

/// Why a server cannot listen at an address.
public struct ListeningError: Error, Sendable, Hashable {
    /// The error of the system; EINVAL if the host is not an address.
    let code: Int32

    /// The reason in words.
    public var reason: Message {
        switch code {
        case EINVAL: Message(ja: "数字のアドレスではありません", en: "not a numeric address")
        case EADDRINUSE: Message(ja: "ほかのプログラムが使っています", en: "in use by another program")
        case EADDRNOTAVAIL: Message(ja: "このコンピューターのアドレスではありません", en: "not an address of this computer")
        case EACCES, EPERM: Message(ja: "権限がありません", en: "permission denied")
        default: Message(ja: "システムのエラー \(code)", en: "system error \(code): \(String(cString: strerror(code)))")
        }
    }
}
