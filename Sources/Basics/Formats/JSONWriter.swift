/// Writes JSON (RFC 8259) as bytes, from start to end. The same calls always produce the same bytes.
///
/// Every string is also safe inside a `<script>` element: `<`, `>` and `&` are written as escapes, and so are U+2028 and U+2029,
/// which some parsers treat as line ends.
///
/// It is our own code, because Foundation's encoders build the whole text in memory, do not write members in the order of the
/// program, and do not escape `<`.
///
/// ```swift
/// var json = JSONWriter()
/// json.object { json in
///     json.member("title", "就労")
///     json.member("count", 2)
/// }
/// json.endLine()
/// ```
public struct JSONWriter: Sendable {
    /// The white space between values.
    public enum Layout: Sendable {
        /// No white space.
        case compact
        /// One member or element per line, indented by two spaces per level.
        case indented
    }

    /// The JSON written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth: Int
    private var isFirst: Bool
    private var followsKey = false

    /// Creates a writer.
    ///
    /// Large files are written in parts by several writers, whose bytes are joined.
    ///
    /// - Parameters:
    ///   - layout: The white space between values.
    ///   - depth: For a part that is not the first: the number of objects and arrays that are open where it starts. The part before
    ///     it must end with a member or an element.
    ///   - capacity: The number of bytes that are likely to be written.
    public init(_ layout: Layout = .indented, within depth: Int = 0, reservingCapacity capacity: Int = 512) {
        self.layout = layout
        self.depth = depth
        isFirst = depth == 0
        bytes.reserveCapacity(capacity)
    }

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        beginArray()
        body(&self)
        endArray()
    }

    /// Starts an object that this writer or the one of a later part ends.
    public mutating func beginObject() { begin("{") }

    /// Ends the innermost object, even if the writer of an earlier part started it.
    public mutating func endObject() { end("}") }

    /// Starts an array that this writer or the one of a later part ends.
    public mutating func beginArray() { begin("[") }

    /// Ends the innermost array, even if the writer of an earlier part started it.
    public mutating func endArray() { end("]") }

    /// Writes the name of a member, ASCII that needs no escapes. A value must follow.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(name)
        append(layout == .indented ? "\": " : "\":")
        followsKey = true
    }

    /// Writes the name of a member that comes from the content, with escapes. A value must follow.
    public mutating func key(named name: String) {
        separate()
        quote(name)
        append(layout == .indented ? ": " : ":")
        followsKey = true
    }

    /// Writes a string as a value.
    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// Writes two strings as one value, such as the base of an address and its path.
    public mutating func string(_ start: String, _ end: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        escape(start)
        escape(end)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a string, given in UTF-8, as a value.
    public mutating func string(utf8 text: [UInt8]) {
        text.withUnsafeBufferPointer { string(utf8: $0) }
    }

    /// Writes a string, given in UTF-8, as a value.
    public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        quote(text)
    }

    /// Writes values or members that another compact writer has written: one or more, separated by commas.
    public mutating func append(written other: [UInt8]) {
        separate()
        bytes += other
    }

    /// Writes values or members that another compact writer has written: one or more, separated by commas.
    public mutating func append(written other: UnsafeBufferPointer<UInt8>) {
        separate()
        bytes.append(contentsOf: other)
    }

    /// Writes values or members that are part of the program, compact: one or more, separated by commas.
    public mutating func append(written other: StaticString) {
        separate()
        append(other)
    }

    /// Writes a whole number as a value.
    public mutating func number(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            var rest = value.magnitude
            repeat {
                start -= 1
                digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// Writes a decimal number, given in the form that JSON has, as a value.
    public mutating func number(written digits: String) {
        separate()
        bytes += Array(digits.utf8)
    }

    /// Writes `true` or `false` as a value.
    public mutating func flag(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    /// Writes `null` as a value.
    public mutating func null() {
        separate()
        append("null")
    }

    /// Writes a line end after the JSON.
    public mutating func endLine() {
        bytes.append(0x0A)
    }

    private mutating func begin(_ sign: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: sign))
        isFirst = true
        depth += 1
    }

    private mutating func end(_ sign: Unicode.Scalar) {
        depth -= 1
        if !isFirst { breakLine() }
        bytes.append(UInt8(ascii: sign))
        isFirst = false
    }

    /// Writes the comma and white space between this value and the one before it.
    private mutating func separate() {
        if followsKey {
            followsKey = false
        } else if depth > 0 {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            breakLine()
        }
        isFirst = false
    }

    private mutating func breakLine() {
        guard layout == .indented else { return }
        let start: StaticString = "\n                "
        let length = min(1 + depth * 2, start.utf8CodeUnitCount)
        bytes.append(contentsOf: UnsafeBufferPointer(start: start.utf8Start, count: length))
        for _ in length..<(1 + depth * 2) { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        escape(text)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { JSONText.appendEscaped($0, to: &bytes) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        JSONText.appendEscaped(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// Writes a member whose value is a string.
    public mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes a member whose value is a string of two parts, such as the base of an address and its path.
    public mutating func member(_ name: StaticString, _ start: String, _ end: String) {
        key(name)
        string(start, end)
    }

    /// Writes a member whose value is a string, given in UTF-8.
    public mutating func member(_ name: StaticString, utf8 text: [UInt8]) {
        key(name)
        string(utf8: text)
    }

    /// Writes a member whose value is a whole number.
    public mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    /// Writes a member whose value is an array of strings.
    public mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
        key(name)
        array { list in
            for text in texts { list.string(text) }
        }
    }

    /// Writes a member whose value is a string or null.
    public mutating func member(_ name: StaticString, orNull text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    /// Writes a member whose value is a whole number or null.
    public mutating func member(_ name: StaticString, orNull value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }
}

/// Escapes text for JSON strings (RFC 8259, section 7), so that it is also safe inside a `<script>` element.
private enum JSONText {
    /// The space to keep free for one block: more than sixteen bytes that take six each.
    private static let reserve = 128

    /// For each byte its replacement, at most seven bytes, the first one lowest, and in the highest byte their number.
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

    /// Appends text, with escapes for `"`, `\`, `<`, `>`, `&`, control characters, U+2028 and U+2029.
    ///
    /// It converts sixteen bytes at a time into a buffer that is appended when it is full. Markup has so many characters to escape
    /// that appending each run between them is slow.
    static func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 1_024, alignment: 8) { buffer in
            replacements.withUnsafeBufferPointer { replacements in
                guard let start = buffer.baseAddress else { return }
                let limit = start + buffer.count - reserve
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

    /// The escape of the line or paragraph separator at an index; nil if there is none.
    @inline(__always)
    private static func separator(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> StaticString? {
        guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return nil }
        return text[index + 2] == 0xA8 ? "\\u2028" : text[index + 2] == 0xA9 ? "\\u2029" : nil
    }
}
