/// Writes JSON (RFC 8259) as bytes, from start to end: the same calls give the same bytes.
///
/// Every string is also safe inside a `<script>` element: `<`, `>` and `&` are written as escapes, and so are U+2028 and U+2029,
/// which some readers take for line ends.
public struct JSONWriter: Sendable {
    /// How values stand on the page.
    public enum Layout: Sendable {
        /// Without blanks.
        case compact
        /// A member or an element a line, indented by two blanks a level.
        case indented
    }

    /// What was written so far: UTF-8.
    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth: Int
    private var isFirst: Bool
    private var followsKey = false

    /// - Parameter depth: How many objects and arrays are open already, where this goes on with what another writer began: its
    ///   bytes follow that one's, behind a member or an element.
    public init(_ layout: Layout = .indented, within depth: Int = 0) {
        self.layout = layout
        self.depth = depth
        isFirst = depth == 0
    }

    /// An object, whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// An array, whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        beginArray()
        body(&self)
        endArray()
    }

    /// Opens an object, which is still open when the bytes are taken, or is to be ended.
    public mutating func beginObject() { begin("{") }

    /// Ends the innermost object, whichever writer opened it.
    public mutating func endObject() { end("}") }

    /// Opens an array, which is still open when the bytes are taken, or is to be ended.
    public mutating func beginArray() { begin("[") }

    /// Ends the innermost array, whichever writer opened it.
    public mutating func endArray() { end("]") }

    /// The name of a member; its value must follow.
    public mutating func key(_ name: some StringProtocol) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        if layout == .indented { bytes.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    public mutating func string(_ text: some StringProtocol) {
        separate()
        quote(text)
    }

    public mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    public mutating func flag(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// A line end behind the whole.
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

    /// What stands between this value and the one before.
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
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
    }

    private mutating func quote(_ text: some StringProtocol) {
        var text = String(text)
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Copies the stretches between what is escaped whole.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            var length = 1
            var code = UInt16(text[index])
            switch text[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20,
                0x7F:
                break
            case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
                length = 3
                code = 0x2000 | UInt16(text[index + 2] & 0x3F)
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            append(escapeOf: code)
            start = index + length
        }
        bytes.append(contentsOf: text[start...])
    }

    private mutating func append(escapeOf code: UInt16) {
        bytes.append(UInt8(ascii: "\\"))
        switch code {
        case 0x22, 0x5C: bytes.append(UInt8(code))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] as [UInt16] {
                let digit = UInt8(code >> shift & 15)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}

extension JSONWriter {
    /// A member that is a text.
    public mutating func member(_ name: String, _ text: some StringProtocol) {
        key(name)
        string(text)
    }

    /// A member that is a whole number.
    public mutating func member(_ name: String, _ value: Int) {
        key(name)
        number(value)
    }

    /// A member that is a list of texts.
    public mutating func member(_ name: String, _ texts: some Sequence<String>) {
        key(name)
        array { list in
            for text in texts { list.string(text) }
        }
    }

    /// A member that is a text or null.
    public mutating func member(_ name: String, orNull text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    /// A member that is a whole number or null.
    public mutating func member(_ name: String, orNull value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }
}
