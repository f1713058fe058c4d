import Basics
import Synchronization
import Testing

@Suite struct WorkersTests {
    @Test(arguments: [1, 2, 5])
    func whatIsMadeIsTakenInOrder(jobs: Int) {
        for count in [0, 1, 2, 200] {
            let taken = Mutex<[Int]>([])
            makeInParallel(count: count, jobs: jobs) {
                $0 * 3
            } taking: { thing in
                taken.withLock { $0.append(thing) }
            }
            #expect(taken.withLock { $0 } == (0..<count).map { $0 * 3 })
        }
    }

    @Test(arguments: [1, 4])
    func noMoreThingsAreThereThanThreads(jobs: Int) {
        let there = Atomic(0)
        let most = Atomic(0)
        makeInParallel(count: 300, jobs: jobs) { (number) -> Int in
            most.max(there.wrappingAdd(1, ordering: .relaxed).newValue, ordering: .relaxed)
            return number
        } taking: { _ in
            there.wrappingSubtract(1, ordering: .relaxed)
        }
        #expect(most.load(ordering: .relaxed) <= jobs)
    }

    private struct Failure: Error, Equatable { let number: Int }

    @Test(arguments: [1, 2, 5])
    func nothingIsTakenAfterAFailure(jobs: Int) {
        for (failsInMaking, number) in [(true, 0), (false, 0), (true, 40), (false, 40), (true, 99), (false, 99)] {
            let taken = Mutex<[Int]>([])
            #expect(throws: Failure(number: number)) {
                try makeInParallel(count: 100, jobs: jobs) { (made) throws(Failure) in
                    if failsInMaking, made == number { throw Failure(number: made) }
                    return made
                } taking: { (thing) throws(Failure) in
                    if !failsInMaking, thing == number { throw Failure(number: thing) }
                    taken.withLock { $0.append(thing) }
                }
            }
            let all = taken.withLock { $0 }
            #expect(all == Array(0..<all.count))
            #expect(all.count <= number)
        }
    }
}
