import Basics
import Synchronization
import Testing

@Suite struct ParallelWorkTests {
    @Test(arguments: [1, 2, 5], [1, 3, 8])
    func resultsAreInOrder(jobs: Int, portion: Int) {
        for count in [0, 1, 2, 7, 8, 9, 200] {
            #expect(concurrentMap(count, jobs: jobs, portion: portion) { $0 * 3 } == (0..<count).map { $0 * 3 })
        }
    }

    @Test(arguments: [1, 2, 5])
    func theErrorOfTheLowestNumberIsThrown(jobs: Int) {
        #expect(throws: Failure(number: 40)) {
            try runInParallel(count: 100, jobs: jobs) { (number, _) throws(Failure) in
                if number >= 40 { throw Failure(number: number) }
            }
        }
    }

    @Test(arguments: [1, 2, 5])
    func valuesArePassedOnInOrder(jobs: Int) {
        for count in [0, 1, 2, 200] {
            let taken = Mutex<[Int]>([])
            makeInParallel(count: count, jobs: jobs) {
                $0 * 3
            } taking: { value in
                taken.withLock { $0.append(value) }
            }
            #expect(taken.withLock { $0 } == (0..<count).map { $0 * 3 })
        }
    }

    @Test(arguments: [1, 4])
    func neverMoreValuesThanThreadsAreInMemory(jobs: Int) {
        let current = Atomic(0)
        let most = Atomic(0)
        makeInParallel(count: 300, jobs: jobs) { (number) -> Int in
            most.max(current.wrappingAdd(1, ordering: .relaxed).newValue, ordering: .relaxed)
            return number
        } taking: { _ in
            current.wrappingSubtract(1, ordering: .relaxed)
        }
        #expect(most.load(ordering: .relaxed) <= jobs)
    }

    private struct Failure: Error, Equatable { let number: Int }

    @Test(arguments: [1, 2, 5])
    func noValueIsPassedOnAfterAnError(jobs: Int) {
        for (failsInMaking, number) in [(true, 0), (false, 0), (true, 40), (false, 40), (true, 99), (false, 99)] {
            let taken = Mutex<[Int]>([])
            #expect(throws: Failure(number: number)) {
                try makeInParallel(count: 100, jobs: jobs) { (made) throws(Failure) in
                    if failsInMaking, made == number { throw Failure(number: made) }
                    return made
                } taking: { (value) throws(Failure) in
                    if !failsInMaking, value == number { throw Failure(number: value) }
                    taken.withLock { $0.append(value) }
                }
            }
            let all = taken.withLock { $0 }
            #expect(all == Array(0..<all.count))
            #expect(all.count <= number)
        }
    }
}
