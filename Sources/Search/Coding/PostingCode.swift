/// Writes lists of ascending numbers, such as the cases that contain something.
///
/// ```
/// list    = count width *( gap [impact] )
/// count   = Elias gamma code
/// width   = five bits: the width of the Rice code
/// gap     = Rice code of how many numbers are left out since the one before
/// impact  = the weight of an entry, in lists of the index only
/// ```
enum PostingCode {
    /// Returns the best width for a list: about the logarithm of its mean gap. It depends on the list alone, so that changes in other
    /// cases do not change the list.
    static func width(count: Int, last: UInt32) -> Int {
        let mean = (UInt64(last) + 1) * 2 / (3 * UInt64(count))
        return mean < 2 ? 0 : 63 - mean.leadingZeroBitCount
    }

    /// Appends the count and the width of a list. Returns the width.
    static func begin(count: Int, last: UInt32, in text: inout BitText) -> Int {
        let width = width(count: count, last: last)
        text.append(gamma: UInt32(count))
        text.append(UInt32(width), count: 5)
        return width
    }

    /// Appends ascending numbers after a bit that says whether there are none.
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
