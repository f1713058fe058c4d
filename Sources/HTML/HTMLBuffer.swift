/// Bytes of a page or a part of one, to append to. Text is escaped on the way in; markup goes in as trusted markup only.
///
/// The bytes lie in memory of their own, so that appending costs a comparison and a copy.
public struct HTMLBuffer: ~Copyable, @unchecked Sendable {
    @usableFromInline var start: UnsafeMutableRawPointer?
    @usableFromInline var capacity: Int
    /// How many bytes were written so far.
    @inlinable public var count: Int { written }
    @usableFromInline var written = 0

    public init(reservingCapacity capacity: Int = 0) {
        self.capacity = capacity
        start = capacity > 0 ? .allocate(byteCount: capacity, alignment: 1) : nil
    }

    deinit { start?.deallocate() }

    /// A copy of what was written so far: UTF-8. O(count).
    public var bytes: [UInt8] {
        withBytes { Array($0) }
    }

    /// What was written so far, where it lies.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count))
    }

    /// Whether something stands on the line so far.
    @inlinable
    public var endsInLine: Bool {
        guard count > 0, let start else { return false }
        return start.load(fromByteOffset: count - 1, as: UInt8.self) != 0x0A
    }

    /// Forgets all bytes from a place on that was the end once.
    public mutating func truncate(to count: Int) {
        written = min(written, max(count, 0))
    }

    /// Appends markup that is part of the program.
    @inlinable
    public mutating func append(markup: StaticString) {
        append(trusted: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Appends markup that was made safe before.
    @inlinable
    public mutating func append(_ fragment: HTMLFragment) {
        append(trustedBytes: fragment.bytes)
    }

    /// Appends text, escaped so that it is text in an element and in a quoted attribute alike.
    @inlinable
    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// Appends a stretch of UTF-8 text, escaped.
    @inlinable
    public mutating func append(text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends a whole number in decimal digits.
    public mutating func append(number: Int) {
        append(text: String(number))
    }

    /// Appends bytes that are known to be safe markup: compiled template text, or fragments joined before.
    @inlinable
    public mutating func append(trustedBytes: [UInt8]) {
        trustedBytes.withUnsafeBufferPointer { append(trusted: $0) }
    }

    /// Appends bytes that are known to be safe markup.
    @inlinable
    public mutating func append(trusted: UnsafeBufferPointer<UInt8>) {
        guard let source = trusted.baseAddress, !trusted.isEmpty else { return }
        room(for: trusted.count).copyMemory(from: source, byteCount: trusted.count)
        advance(by: trusted.count)
    }

    /// Appends one byte that is known to be safe markup.
    @inlinable
    public mutating func append(trusted byte: UInt8) {
        room(for: 1).storeBytes(of: byte, as: UInt8.self)
        advance(by: 1)
    }

    /// What was written, as trusted markup.
    public func finish() -> HTMLFragment {
        HTMLFragment(trusted: bytes)
    }

    /// Where the next bytes go; there is room for `needed` of them.
    @inlinable @inline(__always)
    mutating func room(for needed: Int) -> UnsafeMutableRawPointer {
        if let start, capacity - count >= needed { return start + count }
        return grow(by: needed)
    }

    /// Counts bytes that were written into the room.
    @inlinable @inline(__always)
    mutating func advance(by added: Int) { written += added }

    @inline(never) @usableFromInline
    mutating func grow(by needed: Int) -> UnsafeMutableRawPointer {
        capacity = max(capacity * 2, count + needed, 64)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        if let start {
            larger.copyMemory(from: start, byteCount: count)
            start.deallocate()
        }
        start = larger
        return larger + count
    }
}
