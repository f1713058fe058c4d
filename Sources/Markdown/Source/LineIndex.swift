/// Where each line of a text starts, lines counted from 1 and ended as libcmark sees it: by LF, CR or CRLF.
struct LineIndex {
    /// The offset of each line's first byte, and the text's length at the end.
    private var starts: [Int32] = [0]
    /// Whether the text holds a `|` or a `^`, which only our own syntax gives a meaning.
    private(set) var hasBar = false
    private(set) var hasCaret = false

    init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        starts.reserveCapacity(bytes.count / 40 + 2)
        var index = 0
        while true {
            index = bytes.first(of: .lineEndsAndMarks, from: index) + 1
            guard index <= bytes.count else { break }
            switch bytes[index - 1] {
            case UInt8(ascii: "|"):
                hasBar = true
                continue
            case UInt8(ascii: "^"):
                hasCaret = true
                continue
            case 0x0D where index < bytes.count && bytes[index] == 0x0A: index += 1
            default: break
            }
            starts.append(Int32(clamping: index))
        }
        if starts.last != Int32(clamping: bytes.count) { starts.append(Int32(clamping: bytes.count)) }
    }

    /// The number of the last line.
    var count: Int { starts.count - 1 }

    /// The bytes of a line with its line end; empty for a line that is not there.
    func line(_ number: Int) -> Range<Int> {
        guard number >= 1, number < starts.count else {
            let end = Int(starts[starts.count - 1])
            return end..<end
        }
        return Int(starts[number - 1])..<Int(starts[number])
    }
}
