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

    @inline(__always)
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// Appends text with `&`, `<`, `>`, `"` and `'` escaped, as ``HTMLBuffer`` does.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        // The longest replacement has six bytes, so nothing in the loop has to ask for room.
        if capacity - count < text.count * 6 { grow(by: text.count * 6) }
        var end = bytes + count
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): end = put("&amp;", at: end)
            case UInt8(ascii: "<"): end = put("&lt;", at: end)
            case UInt8(ascii: ">"): end = put("&gt;", at: end)
            case UInt8(ascii: "\""): end = put("&quot;", at: end)
            case UInt8(ascii: "'"): end = put("&#39;", at: end)
            default:
                end.pointee = byte
                end += 1
            }
        }
        count = end - bytes
    }

    @inline(__always)
    private func put(_ replacement: StaticString, at end: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        end.update(from: replacement.utf8Start, count: replacement.utf8CodeUnitCount)
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
