/// Text inside a JSON string (RFC 8259, section 7), escaped so that it is also safe inside a `<script>` element.
package enum JSONText {
    /// More than what comes of a block of sixteen bytes, of which each may take six.
    private static let reserve = 128

    /// For each byte what stands for it, the first byte lowest, and in the highest byte how many those are.
    private static let replacements: [UInt64] = (0...255).map { byte in
        let text: [UInt8] =
            switch UInt8(byte) {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), UInt8(byte)]
            case 0x0A: Array("\\n".utf8)
            case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0x7F:
                Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
            case let other: [other]
            }
        return text.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(text.count) << 56
    }

    /// Appends text: `"`, `\`, `<`, `>`, `&`, control characters, U+2028 and U+2029 as escapes, everything else as it is.
    ///
    /// Takes sixteen bytes at a time into a piece of memory that is appended whenever it is full: markup is full of what has to be
    /// escaped, and to append each stretch between is dear.
    package static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 8) { piece in
            replacements.withUnsafeBufferPointer { replacements in
                guard let start = piece.baseAddress else { return }
                let limit = start + piece.count - reserve
                var end = start
                var index = 0
                while index < text.count {
                    if end > limit {
                        bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
                        end = start
                    }
                    let block = text.block(at: index)
                    let next = min(index + 16, text.count)
                    guard ByteBlock.firstIndex(of: specials(in: block)) != nil else {
                        end.storeBytes(of: block.bytes, as: SIMD16<UInt8>.self)
                        end += next - index
                        index = next
                        continue
                    }
                    while index < next {
                        if let separator = separator(in: text, at: index) {
                            end.copyMemory(from: separator.utf8Start, byteCount: separator.utf8CodeUnitCount)
                            end += separator.utf8CodeUnitCount
                            index += 3
                        } else {
                            let replacement = replacements[Int(text[index])]
                            end.storeBytes(of: replacement.littleEndian, as: UInt64.self)
                            end += Int(replacement >> 56)
                            index += 1
                        }
                    }
                }
                bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: end - start))
            }
        }
    }

    @inline(__always)
    private static func specials(in block: ByteBlock) -> ByteBlock.Mask {
        block.matches(below: 0x20) .| block.matches(UInt8(ascii: "\"")) .| block.matches(UInt8(ascii: "\\"))
            .| block.matches(UInt8(ascii: ">"), or: 2) .| block.matches(UInt8(ascii: "&")) .| block.matches(0x7F)
            .| block.matches(0xE2)
    }

    /// The escape of a line or paragraph separator, where there is one.
    @inline(__always)
    private static func separator(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> StaticString? {
        guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
        return text[index + 2] == 0xA8 ? "\\u2028" : text[index + 2] == 0xA9 ? "\\u2029" : nil
    }
}
