import Dispatch
import Synchronization

/// Calls a closure once for each number from 0 up to `count`, on several threads.
///
/// Each thread takes the next number when it is free, so that work of uneven length is spread evenly. Numbers are handed out in
/// ascending order.
///
/// - Parameters:
///   - count: How many numbers there are.
///   - jobs: The number of threads. With one, everything runs on the caller's thread.
///   - work: Gets the number, and the index of its thread, which counts from 0.
/// - Throws: Of the errors that `work` throws, that of the lowest number. After an error no thread takes another number.
package func runInParallel<Failure: Error>(
    count: Int, jobs: Int, _ work: @Sendable (_ number: Int, _ worker: Int) throws(Failure) -> Void
) throws(Failure) {
    let failure = Mutex<(number: Int, error: Failure)?>(nil)
    withoutActuallyEscaping(work) { work in
        takePortions(count: count, jobs: jobs, portion: 1) { numbers, worker in
            let number = numbers.lowerBound
            do throws(Failure) {
                try work(number, worker)
                return true
            } catch {
                failure.withLock { known in
                    if known.map({ number < $0.number }) ?? true { known = (number, error) }
                }
                return false
            }
        }
    }
    if let error = failure.withLock({ $0?.error }) { throw error }
}

/// Returns the results of a closure for each number from 0 up to `count`, computed on several threads.
///
/// The result at an index is always `make(index)`, whichever thread computed it.
///
/// - Parameters:
///   - count: How many numbers there are.
///   - jobs: The number of threads.
///   - portion: How many numbers a thread takes at a time.
///   - make: Computes the result for a number.
@inlinable public func concurrentMap<Result: Sendable>(
    _ count: Int, jobs: Int, portion: Int = 8, _ make: @Sendable (Int) -> Result
) -> [Result] {
    guard jobs > 1, count > portion else { return (0..<count).map(make) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        // Each element is initialized by the one thread that took its index.
        nonisolated(unsafe) let elements = buffer
        takePortions(count: count, jobs: jobs, portion: portion) { numbers, _ in
            for index in numbers { elements.initializeElement(at: index, to: make(index)) }
            return true
        }
        initializedCount = count
    }
}

/// Creates a value for each number from 0 up to `count`, on several threads, and passes the values on one by one, in order.
///
/// There are never more values in memory than threads.
///
/// - Parameters:
///   - count: How many numbers there are.
///   - jobs: The number of threads.
///   - make: Creates the value for a number.
///   - take: Gets a value when those of all lower numbers were passed on. Called on the thread that created the value.
/// - Throws: Of the errors that `make` and `take` throw, that of the lowest number. After it, no further value is passed on.
package func makeInParallel<Value, Failure: Error>(
    count: Int, jobs: Int, _ make: @Sendable (_ number: Int) throws(Failure) -> Value,
    taking take: @Sendable (Value) throws(Failure) -> Void
) throws(Failure) {
    // The semaphore of a number is signalled when the one before it is finished. Because numbers are handed out in order, a thread
    // that waits always waits for one that is working.
    let turns = (0...count).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
    let hasFailed = Atomic(false)
    try runInParallel(count: count, jobs: jobs) { (number, _) throws(Failure) in
        defer { turns[number + 1].signal() }
        do throws(Failure) {
            let value = try make(number)
            turns[number].wait()
            if !hasFailed.load(ordering: .acquiring) { try take(value) }
        } catch {
            hasFailed.store(true, ordering: .releasing)
            throw error
        }
    }
}

/// Divides the numbers from 0 up to `count` into portions, which several threads take in ascending order.
///
/// - Parameters:
///   - count: How many numbers there are.
///   - jobs: The number of threads.
///   - portion: How many numbers are in a portion; the last one may have fewer.
///   - work: Gets a portion and the index of its thread. If it returns false, no thread takes another portion.
@usableFromInline func takePortions(
    count: Int, jobs: Int, portion: Int, _ work: @Sendable (_ numbers: Range<Int>, _ worker: Int) -> Bool
) {
    let next = Atomic<Int>(0)
    let workers = min(jobs, (count + portion - 1) / portion)
    DispatchQueue.concurrentPerform(iterations: max(1, workers)) { worker in
        while true {
            let start = next.wrappingAdd(portion, ordering: .relaxed).oldValue
            guard start < count else { return }
            if !work(start..<min(start + portion, count), worker) { next.store(count, ordering: .relaxed) }
        }
    }
}
