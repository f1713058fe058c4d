/// Text inside a JSON string (RFC 8259, section 7), escaped so that it is also safe inside a `<script>` element.
enum JSONText {
    /// What one escape, and the block that it stands in, take at most.
    private static let reserve = 16

    /// Appends text: `"`, `\`, `<`, `>`, `&`, control characters, U+2028 and U+2029 as escapes, everything else as it is.
    ///
    /// Takes eight bytes at a time into a piece of memory that is appended whenever it is full: markup is full of what has to be
    /// escaped, and appending each stretch between is dear.
    static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 8) { piece in
            guard let start = piece.baseAddress else { return }
            var end = start
            let limit = start + piece.count - reserve
            var index = 0
            while index < text.count {
                if end > limit {
                    bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
                    end = start
                }
                let block = text.block(at: index)
                end.storeBytes(of: block.bits.littleEndian, as: UInt64.self)
                let plain = ByteBlock.index(of: specials(in: block), within: min(8, text.count - index))
                end += plain
                index += plain
                guard plain < 8, index < text.count else { continue }
                let (code, length) = special(in: text, at: index)
                end = code.map { put(escapeOf: $0, at: end) } ?? put(text[index], at: end)
                index += length
            }
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
        }
    }

    @inline(__always)
    private static func specials(in block: ByteBlock) -> UInt64 {
        block.matches(below: 0x20) | block.matches(UInt8(ascii: "\"")) | block.matches(UInt8(ascii: "\\"))
            | block.matches(UInt8(ascii: ">"), or: 2) | block.matches(UInt8(ascii: "&")) | block.matches(0x7F)
            | block.matches(0xE2)
    }

    /// What is to be escaped at an index, and how many bytes it takes; no code where it stands as it is.
    private static func special(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (code: UInt16?, length: Int) {
        guard text[index] == 0xE2 else { return (UInt16(text[index]), 1) }
        guard index + 2 < text.count, text[index + 1] == 0x80, text[index + 2] & 0xFE == 0xA8 else { return (nil, 1) }
        return (0x2000 | UInt16(text[index + 2] & 0x3F), 3)
    }

    private static func put(_ byte: UInt8, at end: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        end.storeBytes(of: byte, as: UInt8.self)
        return end + 1
    }

    private static func put(escapeOf code: UInt16, at end: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        let end = put(UInt8(ascii: "\\"), at: end)
        switch code {
        case 0x22, 0x5C: return put(UInt8(code), at: end)
        case 0x0A: return put(UInt8(ascii: "n"), at: end)
        default:
            var end = put(UInt8(ascii: "u"), at: end)
            var shift: UInt16 = 16
            while shift > 0 {
                shift -= 4
                let digit = UInt8(code >> shift & 15)
                end = put(digit < 10 ? 0x30 + digit : 0x57 + digit, at: end)
            }
            return end
        }
    }
}
