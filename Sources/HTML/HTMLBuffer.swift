/// A growing buffer for the HTML of a page or a part of one, as UTF-8.
///
/// Text is escaped when it is appended. Markup can be appended only as part of the program (`StaticString`) or as something
/// that the caller declares to be safe.
///
/// ```swift
/// var page = HTMLBuffer()
/// page.append(markup: "<p>")
/// page.append(text: title)
/// page.append(markup: "</p>")
/// ```
///
/// The buffer manages its own memory instead of an array, so that appending is a comparison and a copy.
public struct HTMLBuffer: ~Copyable, @unchecked Sendable {
    @usableFromInline var start: UnsafeMutableRawPointer?
    @usableFromInline var capacity: Int
    /// The number of bytes written so far.
    @inlinable public var count: Int { written }
    @usableFromInline var written = 0

    /// Creates an empty buffer with room for a number of bytes.
    public init(reservingCapacity capacity: Int = 0) {
        self.capacity = capacity
        start = capacity > 0 ? .allocate(byteCount: capacity, alignment: 1) : nil
    }

    deinit { start?.deallocate() }

    /// A copy of the bytes written so far.
    ///
    /// - Complexity: O(count).
    public var bytes: [UInt8] {
        withBytes { Array($0) }
    }

    /// Calls `body` with the bytes written so far, without a copy. The pointer is valid only during the call.
    public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) }, count: count))
    }

    /// Whether the current line has content: the last byte is not a line feed.
    @inlinable
    public var endsInLine: Bool {
        guard count > 0, let start else { return false }
        return start.load(fromByteOffset: count - 1, as: UInt8.self) != 0x0A
    }

    /// Removes the bytes after the first `count`.
    public mutating func truncate(to count: Int) {
        written = min(written, max(count, 0))
    }

    /// Appends markup that is part of the program.
    @inlinable
    public mutating func append(markup: StaticString) {
        append(trusted: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Appends a fragment of safe markup.
    @inlinable
    public mutating func append(_ fragment: HTMLFragment) {
        append(trustedBytes: fragment.bytes)
    }

    /// Appends text, escaped for elements and for quoted attributes.
    @inlinable
    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(escaping: $0) }
    }

    /// Appends UTF-8 text, escaped.
    @inlinable
    public mutating func append(text: ArraySlice<UInt8>) {
        text.withUnsafeBufferPointer { append(escaping: $0) }
    }

    /// Appends a whole number in decimal digits.
    public mutating func append(number: Int) {
        append(text: String(number))
    }

    /// Appends bytes that are known to be safe markup, such as the text of a compiled template.
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

    /// Returns a copy of the bytes written so far, as safe markup.
    public func finish() -> HTMLFragment {
        HTMLFragment(trusted: bytes)
    }

    /// Reserves space for `needed` bytes, and returns the address for the next byte.
    @inlinable @inline(__always)
    mutating func room(for needed: Int) -> UnsafeMutableRawPointer {
        if let start, capacity - count >= needed { return start + count }
        return grow(by: needed)
    }

    /// Adds bytes that were written into reserved space to the count.
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
