/// How the numbers of cases that hold something are written: how many (gamma), the width of Rice's code (five bits), then for
/// each the gap to the one before it (Rice) and what it counts for.
enum PostingCode {
    /// The width that suits a list: near the logarithm of its mean gap. It follows from the list alone, so that other cases change
    /// nothing in it.
    static func width(count: Int, last: UInt32) -> Int {
        let mean = (UInt64(last) + 1) * 2 / (3 * UInt64(count))
        return mean < 2 ? 0 : 63 - mean.leadingZeroBitCount
    }

    static func begin(count: Int, last: UInt32, in text: inout BitText) -> Int {
        let width = width(count: count, last: last)
        text.append(gamma: UInt32(count))
        text.append(UInt32(width), count: 5)
        return width
    }

    /// Numbers alone, ascending.
    static func append(_ numbers: [Int], to text: inout BitText) {
        guard let last = numbers.last else { return text.append(1, count: 1) }
        text.append(0, count: 1)
        let width = begin(count: numbers.count, last: UInt32(last), in: &text)
        var next = 0
        for number in numbers {
            text.append(rice: UInt32(number - next), width: width)
            next = number + 1
        }
    }
}
