import Dispatch
import Synchronization

/// Runs a piece of work for each number below `count`, on several threads; each takes the next number when it is free.
///
/// - Parameters:
///   - jobs: How many threads; one runs everything on the caller's.
///   - work: Gets the number and that of its thread, from 0. An error stops all threads, each after what it is doing.
/// - Throws: The error of the lowest number that had one.
func runInParallel<Failure: Error>(
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
