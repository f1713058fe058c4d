/// Bytes that are being written: memory of its own, so that appending costs a comparison and a copy.
struct Output: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0

    init(capacity: Int = 16 * 1024) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity)
    }

    deinit { bytes.deallocate() }

    /// What was written so far.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Whether something stands on the line so far.
    var endsInLine: Bool { count > 0 && bytes[count - 1] != 0x0A }

    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        guard let start = text.baseAddress else { return }
        if capacity - count < text.count { grow(by: text.count) }
        (bytes + count).update(from: start, count: text.count)
        count += text.count
    }

    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        bytes[count] = byte
        count += 1
    }

    /// Appends a string, escaped. A native string is read where it lies, so that no reference to it is counted.
    @inline(__always)
    mutating func appendEscaped(_ text: borrowing String) {
        if text.utf8.withContiguousStorageIfAvailable({ appendEscaped($0) }) != nil { return }
        var native = copy text
        native.withUTF8 { appendEscaped($0) }
    }

    /// Appends text with `&`, `<`, `>`, `"` and `'` escaped, as ``HTMLBuffer`` does.
    ///
    /// Takes eight bytes at a time: copies them, then looks whether one of the five is among them.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        guard var next = text.baseAddress.map({ UnsafeRawPointer($0) }) else { return }
        // The longest replacement has six bytes, so nothing in the loop has to ask for room.
        let room = text.count * 6 + 8
        if capacity - count < room { grow(by: room) }
        let last = next + text.count
        var end = UnsafeMutableRawPointer(bytes + count)
        while last - next >= 8 {
            let word = UInt64(littleEndian: next.loadUnaligned(as: UInt64.self))
            end.storeBytes(of: word.littleEndian, as: UInt64.self)
            let special = Self.specialBytes(in: word)
            if special == 0 {
                next += 8
                end += 8
            } else {
                let plain = special.trailingZeroBitCount / 8
                end = Self.put(next.load(fromByteOffset: plain, as: UInt8.self), at: end + plain)
                next += plain + 1
            }
        }
        while next < last {
            end = Self.put(next.load(as: UInt8.self), at: end)
            next += 1
        }
        count = end - UnsafeMutableRawPointer(bytes)
    }

    /// The top bit of each byte that has to be escaped. Bits above the lowest one may be set for others too.
    @inline(__always)
    private static func specialBytes(in word: UInt64) -> UInt64 {
        // & and ' are 0x26 and 0x27, < and > are 0x3C and 0x3E: with one bit set, each pair is one byte.
        zeroBytes(in: word ^ 0x2222_2222_2222_2222)
            | zeroBytes(in: (word | 0x0101_0101_0101_0101) ^ 0x2727_2727_2727_2727)
            | zeroBytes(in: (word | 0x0202_0202_0202_0202) ^ 0x3E3E_3E3E_3E3E_3E3E)
    }

    @inline(__always)
    private static func zeroBytes(in word: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    }

    /// Writes one byte, escaped if it has to be.
    @inline(__always)
    private static func put(_ byte: UInt8, at end: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        switch byte {
        case UInt8(ascii: "&"): return put("&amp;", at: end)
        case UInt8(ascii: "<"): return put("&lt;", at: end)
        case UInt8(ascii: ">"): return put("&gt;", at: end)
        case UInt8(ascii: "\""): return put("&quot;", at: end)
        case UInt8(ascii: "'"): return put("&#39;", at: end)
        default:
            end.storeBytes(of: byte, as: UInt8.self)
            return end + 1
        }
    }

    @inline(__always)
    private static func put(_ replacement: StaticString, at end: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
        end.copyMemory(from: replacement.utf8Start, byteCount: replacement.utf8CodeUnitCount)
        return end + replacement.utf8CodeUnitCount
    }

    @inline(never)
    private mutating func grow(by needed: Int) {
        let larger = max(capacity * 2, count + needed)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: bytes, count: count)
        bytes.deallocate()
        (bytes, capacity) = (moved, larger)
    }
}
