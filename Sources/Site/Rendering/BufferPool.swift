import HTML
import Synchronization

/// Buffers to render pages into, one per thread that renders at the same time. Each keeps the capacity that its largest page needed.
final class BufferPool: Sendable {
    private final class Entry: @unchecked Sendable {
        var buffer = HTMLBuffer(reservingCapacity: 65_536)
    }

    private let idle = Mutex<[Entry]>([])

    /// Calls a function with an empty buffer that no other thread uses meanwhile.
    func withBuffer<Result, Failure: Error>(
        _ body: (inout HTMLBuffer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let entry = idle.withLock { $0.popLast() } ?? Entry()
        defer { idle.withLock { $0.append(entry) } }
        entry.buffer.truncate(to: 0)
        return try body(&entry.buffer)
    }
}
