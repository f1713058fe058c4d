/// Writes XML (1.0, fifth edition) as bytes, from start to end. The same calls always produce the same bytes.
///
/// Names of elements and attributes are part of the program. Text is escaped. A character that XML does not allow, such as a
/// control character, becomes U+FFFD.
///
/// It is our own code, because Foundation's `XMLDocument` builds a tree of the whole document and is in a library of its own on
/// Linux.
public struct XMLWriter: Sendable {
    /// An attribute: its name, and its value without escapes.
    public typealias Attribute = (name: StaticString, value: String)

    /// The XML written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    /// Creates a writer and writes the XML declaration.
    public init() {
        append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    }

    /// Writes an element whose content `body` writes.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], _ body: (inout XMLWriter) -> Void) {
        open(name, attributes)
        append(">\n")
        body(&self)
        close(name)
    }

    /// Writes an element that contains text.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
        var text = text
        text.withUTF8 { element(name, attributes, escaping: $0) }
    }

    /// Writes an empty element.
    public mutating func element(_ name: StaticString, _ attributes: [Attribute]) {
        open(name, attributes)
        append("/>\n")
    }

    /// Writes an element that contains text, given in UTF-8.
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

    /// Appends text with its special characters replaced; the runs between them are copied as a whole.
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
            // Parsers would turn these into spaces (section 3.3.3).
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
