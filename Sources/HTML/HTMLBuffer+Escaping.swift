extension HTMLBuffer {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and, if `apostrophes` is true, `'` escaped. Single-quoted attributes need the last.
    ///
    /// Processes eight bytes at a time: copies them, then checks whether one of the five is among them.
    @inlinable
    public mutating func append(escaping text: UnsafeBufferPointer<UInt8>, apostrophes: Bool = true) {
        guard let base = text.baseAddress else { return }
        // In chunks, so that the reserved space, six bytes per byte in the worst case, stays small.
        var next = UnsafeRawPointer(base)
        let last = next + text.count
        while next < last {
            let chunkEnd = next + min(last - next, 1024)
            let start = room(for: (chunkEnd - next) * 6 + 8)
            var end = start
            while chunkEnd - next >= 8 {
                let word = UInt64(littleEndian: next.loadUnaligned(as: UInt64.self))
                end.storeBytes(of: word.littleEndian, as: UInt64.self)
                let special = Self.specialBytes(in: word)
                if special == 0 {
                    next += 8
                    end += 8
                } else {
                    let plain = special.trailingZeroBitCount / 8
                    end = Self.put(next.load(fromByteOffset: plain, as: UInt8.self), at: end + plain, apostrophes)
                    next += plain + 1
                }
            }
            while next < chunkEnd {
                end = Self.put(next.load(as: UInt8.self), at: end, apostrophes)
                next += 1
            }
            advance(by: end - start)
        }
    }

    /// A word with the top bit set in each byte that may have to be escaped. Above the lowest set bit, others may be set too.
    @inlinable @inline(__always)
    static func specialBytes(in word: UInt64) -> UInt64 {
        // & and ' are 0x26 and 0x27, < and > are 0x3C and 0x3E: with one bit set, each pair is one byte.
        zeroBytes(in: word ^ 0x2222_2222_2222_2222)
            | zeroBytes(in: (word | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
            | zeroBytes(in: (word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
    }

    @inlinable @inline(__always)
    static func zeroBytes(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Writes one byte, escaped if necessary. Returns the address after it.
    @inlinable @inline(__always)
    static func put(_ byte: UInt8, at end: UnsafeMutableRawPointer, _ apostrophes: Bool) -> UnsafeMutableRawPointer {
        switch byte {
        case UInt8(ascii: "&"): return put("&amp;", at: end)
        case UInt8(ascii: "<"): return put("&lt;", at: end)
        case UInt8(ascii: ">"): return put("&gt;", at: end)
        case UInt8(ascii: "\""): return put("&quot;", at: end)
        case UInt8(ascii: "'") where apostrophes: return put("&#39;", at: end)
        default:
            end.storeBytes(of: byte, as: UInt8.self)
            return end + 1
        }
    }

    @inlinable @inline(__always)
    static func put(_ replacement: StaticString, at end: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        end.copyMemory(from: replacement.utf8Start, byteCount: replacement.utf8CodeUnitCount)
        return end + replacement.utf8CodeUnitCount
    }
}
