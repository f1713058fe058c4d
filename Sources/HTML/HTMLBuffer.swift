/// Bytes of a page or a part of one, to append to. Text is escaped on the way in; markup goes in as trusted markup only.
public struct HTMLBuffer: Sendable {
    /// What was written so far: UTF-8.
    public private(set) var bytes: [UInt8]

    public init(reservingCapacity capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
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
    public mutating func append(trusted: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: trusted)
    }

    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` escaped. Copies the stretches between them whole.
    public mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let replacement: StaticString
            switch text[index] {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\""): replacement = "&quot;"
            case UInt8(ascii: "'"): replacement = "&#39;"
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            append(markup: replacement)
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    /// What was written, as trusted markup.
    public consuming func finish() -> HTMLFragment {
        HTMLFragment(trusted: bytes)
    }
}
