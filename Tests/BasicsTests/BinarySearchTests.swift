import Basics
import Testing

struct BinarySearchTests {
    @Test(arguments: 0...9)
    func findsTheFirstElementThatMeetsACondition(count: Int) {
        let numbers = Array(0..<count)
        for first in 0...count {
            #expect(numbers.partitioningIndex { $0 >= first } == first)
            #expect(numbers.dropFirst(min(2, count)).partitioningIndex { $0 >= first } == min(max(first, 2), count))
        }
    }
}
