import Dispatch
import Synchronization

/// Makes `count` results on up to `jobs` threads, each of which takes the next few when it is free; the result at an index is
/// always `make(index)`, whichever thread made it.
///
/// - Parameter portion: How many a thread takes at a time.
@inlinable public func concurrentMap<Result: Sendable>(
    _ count: Int, jobs: Int, portion: Int = 8, _ make: @Sendable (Int) -> Result
) -> [Result] {
    let workers = min(jobs, (count + portion - 1) / portion)
    guard workers > 1 else { return (0..<count).map(make) }
    let next = Atomic<Int>(0)
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        // Each place is filled by the one thread that took its index.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while true {
                let start = next.wrappingAdd(portion, ordering: .relaxed).oldValue
                guard start < count else { return }
                for index in start..<min(start + portion, count) {
                    places.initializeElement(at: index, to: make(index))
                }
            }
        }
        initializedCount = count
    }
}
