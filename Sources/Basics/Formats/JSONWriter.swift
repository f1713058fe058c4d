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

    /// The name of a member, in plain ASCII that needs no escape; its value must follow.
    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        append(name)
        append(layout == .indented ? "\": " : "\":")
        followsKey = true
    }

    /// The name of a member that comes from the content; its value must follow.
    public mutating func key(named name: String) {
        separate()
        quote(name)
        append(layout == .indented ? ": " : ":")
        followsKey = true
    }

    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    /// A string of UTF-8.
    public mutating func string(utf8 text: [UInt8]) {
        text.withUnsafeBufferPointer { string(utf8: $0) }
    }

    /// A string of UTF-8.
    public mutating func string(utf8 text: UnsafeBufferPointer<UInt8>) {
        separate()
        quote(text)
    }

    /// Values or members that another compact writer wrote, one at least, with commas between them.
    public mutating func append(written other: [UInt8]) {
        separate()
        bytes += other
    }

    public mutating func number(_ value: Int) {
        separate()
        bytes.append(contentsOf: String(value).utf8)
    }

    public mutating func flag(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    public mutating func null() {
        separate()
        append("null")
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
        let start: StaticString = "\n                "
        let length = min(1 + depth * 2, start.utf8CodeUnitCount)
        bytes.append(contentsOf: UnsafeBufferPointer(start: start.utf8Start, count: length))
        for _ in length..<(1 + depth * 2) { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        JSONText.appendEscaped(text, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSONWriter {
    /// A member that is a text.
    public mutating func member(_ name: StaticString, _ text: String) {
        key(name)
        string(text)
    }

    /// A member that is a text of UTF-8.
    public mutating func member(_ name: StaticString, utf8 text: [UInt8]) {
        key(name)
        string(utf8: text)
    }

    /// A member that is a whole number.
    public mutating func member(_ name: StaticString, _ value: Int) {
        key(name)
        number(value)
    }

    /// A member that is a list of texts.
    public mutating func member(_ name: StaticString, _ texts: some Sequence<String>) {
        key(name)
        array { list in
            for text in texts { list.string(text) }
        }
    }

    /// A member that is a text or null.
    public mutating func member(_ name: StaticString, orNull text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    /// A member that is a whole number or null.
    public mutating func member(_ name: StaticString, orNull value: Int?) {
        key(name)
        if let value { number(value) } else { null() }
    }
}
