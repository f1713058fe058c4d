import HTML
import Synchronization

/// Buffers to render pages into, one for each thread that renders at a time; each keeps the room that its largest page took.
final class BufferPool: Sendable {
    private final class Entry: @unchecked Sendable {
        var buffer = HTMLBuffer(reservingCapacity: 65_536)
    }

    private let idle = Mutex<[Entry]>([])

    /// Lends an empty buffer, which nobody else has meanwhile.
    func withBuffer<Result, Failure: Error>(
        _ body: (inout HTMLBuffer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let entry = idle.withLock { $0.popLast() } ?? Entry()
        defer { idle.withLock { $0.append(entry) } }
        entry.buffer.truncate(to: 0)
        return try body(&entry.buffer)
    }
}
