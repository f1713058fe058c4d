import Dispatch

/// Makes `count` results on up to `jobs` threads; the result at an index is always `make(index)`, whichever thread made it.
func concurrentMap<Result: Sendable>(
    _ count: Int, jobs: Int, _ make: @Sendable (Int) -> Result
) -> [Result] {
    let workers = min(jobs, count)
    guard workers > 1 else { return (0..<count).map(make) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        // Each worker fills places of its own.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            for index in stride(from: worker, to: count, by: workers) {
                places.initializeElement(at: index, to: make(index))
            }
        }
        initializedCount = count
    }
}
