import Dispatch
import Synchronization

/// Runs a piece of work for each number below `count`, on several threads; each takes the next number when it is free.
///
/// - Parameters:
///   - jobs: How many threads; one runs everything on the caller's.
///   - work: Gets the number and that of its thread, from 0. An error stops all threads, each after what it is doing.
/// - Throws: The error of the lowest number that had one.
package func runInParallel<Failure: Error>(
    count: Int, jobs: Int, _ work: @Sendable (_ number: Int, _ worker: Int) throws(Failure) -> Void
) throws(Failure) {
    let next = Atomic<Int>(0)
    let failure = Mutex<(number: Int, error: Failure)?>(nil)
    withoutActuallyEscaping(work) { work in
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, count))) { worker in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                do throws(Failure) {
                    try work(number, worker)
                } catch {
                    next.store(count, ordering: .relaxed)
                    failure.withLock { known in
                        if known.map({ number < $0.number }) ?? true { known = (number, error) }
                    }
                }
            }
        }
    }
    if let error = failure.withLock({ $0?.error }) { throw error }
}

/// Makes something for each number below `count`, on several threads, and hands it on in the order of the numbers, one at a
/// time. At most one thing a thread is there at any moment.
///
/// - Parameters:
///   - make: Gets the number.
///   - take: Gets what was made, on the thread that made it, once all before it were taken.
/// - Throws: The error of the lowest number that had one.
package func makeInParallel<Thing, Failure: Error>(
    count: Int, jobs: Int, _ make: @Sendable (_ number: Int) throws(Failure) -> Thing,
    taking take: @Sendable (Thing) throws(Failure) -> Void
) throws(Failure) {
    // The turn of a number comes when the one before it is through. Numbers are given out in order, so whoever waits, waits for
    // a thread that is at work.
    let turns = (0...count).map { _ in DispatchSemaphore(value: 0) }
    turns[0].signal()
    let hasFailed = Atomic(false)
    try runInParallel(count: count, jobs: jobs) { (number, _) throws(Failure) in
        defer { turns[number + 1].signal() }
        do throws(Failure) {
            let thing = try make(number)
            turns[number].wait()
            if !hasFailed.load(ordering: .acquiring) { try take(thing) }
        } catch {
            hasFailed.store(true, ordering: .releasing)
            throw error
        }
    }
}
