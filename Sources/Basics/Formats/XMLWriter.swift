/// Writes XML (1.0, fifth edition) as bytes, from start to end: the same calls give the same bytes.
///
/// Names of elements and attributes are part of the program. Text is escaped; a character that XML cannot hold, such as a
/// control character, becomes U+FFFD.
public struct XMLWriter: Sendable {
    /// An attribute and its value.
    public typealias Attribute = (name: StaticString, value: String)

    /// What was written so far: UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Starts a document.
    public init() {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// An element that holds what `body` writes.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout XMLWriter) -> Void) {
        open(name, attributes)
        append(">\n")
        body(&self)
        close(name)
    }

    /// An element that holds text.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        var text = text
        text.withUTF8 { element(name, attributes, escaping: $0) }
    }

    /// An element that holds nothing.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
        append("/>\n")
    }

    /// Writes an element that holds text, as bytes of UTF-8.
    package mutating func element(
        _ name: StaticString, _ attributes: [Attribute], escaping text: UnsafeBufferPointer<UInt8>
    ) {
        open(name, attributes)
        append(">")
        append(escaping: text, inAttribute: false)
        close(name)
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        append("<")
        append(name)
        for attribute in attributes {
            append(" ")
            append(attribute.name)
            append("=\"")
            var value = attribute.value
            value.withUTF8 { append(escaping: $0, inAttribute: true) }
            append("\"")
        }
    }

    private mutating func close(_ name: StaticString) {
        append("</")
        append(name)
        append(">\n")
    }

    private mutating func append(_ markup: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    /// Copies the stretches between what is replaced whole.
    private mutating func append(escaping text: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
        var start = 0
        for index in text.indices {
            let replacement: StaticString
            var length = 1
            switch text[index] {
            case UInt8(ascii: "&"): replacement = "&amp;"
            case UInt8(ascii: "<"): replacement = "&lt;"
            case UInt8(ascii: ">"): replacement = "&gt;"
            case UInt8(ascii: "\"") where inAttribute: replacement = "&quot;"
            // Readers would take these for other blanks.
            case 0x09 where inAttribute: replacement = "&#9;"
            case 0x0A where inAttribute: replacement = "&#10;"
            case 0x0D: replacement = "&#13;"
            case 0x09, 0x0A: continue
            case 0..<0x20: replacement = "\u{FFFD}"
            // U+FFFE and U+FFFF.
            case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE:
                replacement = "\u{FFFD}"
                length = 3
            default: continue
            }
            bytes.append(contentsOf: text[start..<index])
            append(replacement)
            start = index + length
        }
        bytes.append(contentsOf: text[start...])
    }
}
