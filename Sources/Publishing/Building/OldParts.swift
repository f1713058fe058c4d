/// The parts of a large file as the last build wrote them. Those that show no changed case are copied instead of rendered.
struct OldParts: Sendable {
    let file: FileRanges
    let ranges: [Range<Int>]
    /// For each case, whether its words have changed.
    let changed: [Bool]

    /// The bytes of a part; nil if it has to be rendered.
    ///
    /// - Parameters:
    ///   - number: The number of the part.
    ///   - cases: The cases that the part shows.
    func bytes(of number: Int, showing cases: ArraySlice<Int>) -> [UInt8]? {
        cases.contains { changed[$0] } ? nil : file.bytes(ranges[number])
    }

    /// The ranges of parts that follow one another; nil if they do not fill a file of a size.
    static func ranges(_ lengths: [UInt64], in size: Int64) -> [Range<Int>]? {
        var (ranges, end) = ([Range<Int>](), 0)
        ranges.reserveCapacity(lengths.count)
        for length in lengths {
            guard let length = Int(exactly: length), length <= Int(size) - end else { return nil }
            ranges.append(end..<(end + length))
            end += length
        }
        return end == Int(size) ? ranges : nil
    }
}
