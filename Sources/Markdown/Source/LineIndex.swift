/// The start of each line of a text, with lines numbered from 1 as in libcmark.
///
/// Lines end with LF, CR or CRLF (CommonMark 0.30, section 2.1).
struct LineIndex {
    /// The byte offset of each line's start, followed by the length of the text.
    private var starts: [Int32] = [0]
    /// Whether the text holds a `|`: only then can it hold a table.
    private(set) var hasBar = false
    /// Whether the text holds a `^`: only then can it hold a footnote.
    private(set) var hasCaret = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        starts.reserveCapacity(bytes.count / 40 + 2)
        var index = 0
        while true {
            index = bytes.first(of: .lineEndsBarAndCaret, from: index) + 1
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

    /// The number of lines.
    var count: Int { starts.count - 1 }

    /// The range of a line in bytes, including its line end; empty for a line that does not exist.
    func line(_ number: Int) -> Range<Int> {
        guard number >= 1, number < starts.count else {
            let end = Int(starts[starts.count - 1])
            return end..<end
        }
        return Int(starts[number - 1])..<Int(starts[number])
    }
}
