import Basics

extension HTMLBuffer {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and, if `apostrophes` is true, `'` escaped. Single-quoted attributes need the last.
    ///
    /// Processes sixteen bytes at a time: copies them, then checks whether one of the five is among them.
    @inlinable
    public mutating func append(escaping text: UnsafeBufferPointer<UInt8>, apostrophes: Bool = true) {
        guard let base = text.baseAddress else { return }
        // In chunks, so that the reserved space, six bytes per byte in the worst case, stays small.
        var next = UnsafeRawPointer(base)
        let last = next + text.count
        while next < last {
            let chunkEnd = next + min(last - next, 1024)
            let start = room(for: (chunkEnd - next) * 6 + 16)
            var end = start
            while next < chunkEnd {
                let block = ByteBlock(loading: next, count: chunkEnd - next)
                end.storeBytes(of: block.bytes, as: SIMD16<UInt8>.self)
                if let plain = ByteBlock.firstIndex(of: Self.specials(in: block)) {
                    end = Self.put(next.load(fromByteOffset: plain, as: UInt8.self), at: end + plain, apostrophes)
                    next += plain + 1
                } else {
                    let count = min(chunkEnd - next, 16)
                    next += count
                    end += count
                }
            }
            advance(by: end - start)
        }
    }

    /// The bytes that may have to be escaped.
    @inlinable @inline(__always)
    static func specials(in block: ByteBlock) -> ByteBlock.Mask {
        // & and ' are 0x26 and 0x27, < and > are 0x3C and 0x3E: with one bit set, each pair is one byte.
        block.matches(0x22) .| block.matches(0x27, or: 1) .| block.matches(0x3E, or: 2)
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
