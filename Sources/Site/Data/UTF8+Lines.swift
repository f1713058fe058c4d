/// Lines and scalars of UTF-8 text.
extension UnsafeBufferPointer<UInt8> {
    /// Returns the length in bytes of the line break at an index; 0 where there is none. Unicode's mandatory breaks (UAX 14, classes BK,
    /// CR, LF and NL): line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator; not a tab.
    func lengthOfLineBreak(at index: Int) -> Int {
        switch self[index] {
        case 0x0A...0x0D: 1
        case 0xC2 where index + 1 < count && self[index + 1] == 0x85: 2
        case 0xE2 where index + 2 < count && self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8: 3
        default: 0
        }
    }

    /// Returns the start of the next line that is not empty; nil if none follows.
    func startOfLine(from index: Int) -> Int? {
        var index = index
        while index < count {
            let length = lengthOfLineBreak(at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// Returns the scalar that starts at an index of well-formed text; nil at the end.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index < count else { return nil }
        var decoder = UTF8()
        var rest = self[index...].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
        return scalar
    }
}

extension [UInt8] {
    /// Appends a text as UTF-8.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }
}
