/// Writes HTML as XHTML, the XML form of HTML that e-books use (HTML Standard, section 14; EPUB 3.3, section 6.1).
///
/// The input is HTML that this program wrote from templates, so nothing of it is unknown to browsers. The result is always well-formed:
/// void elements are closed, every attribute has a quoted value, only references that XML knows remain, and an element that is left
/// open is closed.
///
/// It is our own code, because there is no parser of HTML among the libraries of Swift on Linux.
public struct XHTMLDocument {
    /// What an address belongs to.
    public enum Use: Sendable {
        case link
        case image
    }

    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Attributes for browsers, which mean nothing in a book.
    private static let dropped: [StaticString] = ["loading", "decoding", "tabindex"]

    private var output: [UInt8] = []
    private var open: [(name: String, isWritten: Bool)] = []
    private let reader: MarkupReader
    private let address: (String, Use) -> String?

    /// Returns a page as XHTML.
    ///
    /// - Parameters:
    ///   - html: The page.
    ///   - address: Returns the address that takes the place of that of a link or an image. If it is nil, a link becomes text, and an
    ///     image its alternative text.
    /// - Complexity: O(length).
    public static func bytes(
        of html: UnsafeBufferPointer<UInt8>, address: (_ address: String, _ use: Use) -> String?
    ) -> [UInt8] {
        withoutActuallyEscaping(address) { address in
            var document = XHTMLDocument(MarkupReader(html), address)
            document.write()
            return document.output
        }
    }

    private init(_ reader: MarkupReader, _ address: @escaping (String, Use) -> String?) {
        self.reader = reader
        self.address = address
        output.reserveCapacity(reader.bytes.count + 512)
    }

    private mutating func write() {
        append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
        append("\n")
        var reader = reader
        var isInScript = false
        while let token = reader.next() {
            switch token {
            case .end(let name) where name == "script": isInScript = false
            case _ where isInScript: break
            case .start(let tag) where tag.name == "script": isInScript = !tag.closesItself
            case .doctype: append("<!DOCTYPE html>")
            case .text(let range): appendText(range)
            case .start(let tag): start(tag)
            case .end(let name): end(name)
            }
        }
        while let element = open.popLast() { close(element) }
    }

    private mutating func start(_ tag: MarkupReader.Tag) {
        var replaced: (attribute: StaticString, value: String)?
        if tag.name == "a", let href = reader.value(of: "href", in: tag) {
            guard let new = address(href, .link) else {
                open.append((tag.name, false))
                return
            }
            replaced = ("href", new)
        } else if tag.name == "img", let source = reader.value(of: "src", in: tag) {
            guard let new = address(source, .image) else {
                if let alternative = reader.value(of: "alt", in: tag) { append(escaping: alternative) }
                return
            }
            replaced = ("src", new)
        }
        append("<")
        output += tag.name.utf8
        if tag.name == "html" {
            append(#" xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops""#)
            if let language = reader.value(of: "lang", in: tag) {
                append(" xml:lang=\"")
                append(escaping: language)
                append("\"")
            }
        }
        for (number, attribute) in tag.attributes.enumerated() {
            guard !Self.dropped.contains(where: { reader.matches(attribute.name, $0) }),
                !tag.attributes[..<number].contains(where: { reader.bytes[$0.name].elementsEqual(reader.bytes[attribute.name]) }
                )
            else { continue }
            append(" ")
            output += reader.bytes[attribute.name]
            append("=\"")
            if let replaced, reader.matches(attribute.name, replaced.attribute) {
                append(escaping: replaced.value)
            } else if let value = attribute.value {
                append(escaping: reader.string(value).unescaped)
            } else {
                output += reader.bytes[attribute.name]
            }
            append("\"")
        }
        if Self.voidElements.contains(tag.name) || tag.closesItself {
            append("/>")
        } else {
            append(">")
            open.append((tag.name, true))
        }
    }

    /// Ends an element and those that were left open in it. An end without a start is left out.
    private mutating func end(_ name: String) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        while open.count > index, let element = open.popLast() { close(element) }
    }

    private mutating func close(_ element: (name: String, isWritten: Bool)) {
        guard element.isWritten else { return }
        append("</")
        output += element.name.utf8
        append(">")
    }

    /// Appends escaped text, with references that XML knows.
    private mutating func appendText(_ range: Range<Int>) {
        let bytes = reader.bytes
        var kept = range.lowerBound
        var index = kept
        while index < range.upperBound {
            let byte = bytes[index]
            let isControl = byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
            guard byte == UInt8(ascii: "&") || isControl else {
                index += 1
                continue
            }
            output += bytes[kept..<index]
            if isControl {
                index += 1
            } else if let reference = CharacterReferences.read(bytes, at: index) {
                append(escaping: String(reference.scalar))
                index = reference.end
            } else {
                append("&amp;")
                index += 1
            }
            kept = index
        }
        output += bytes[kept..<range.upperBound]
    }

    private mutating func append(_ markup: StaticString) {
        output += UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    }

    /// Appends text, escaped for XML, without the control characters that XML does not allow.
    private mutating func append(escaping text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            case 0x00..<0x20 where byte != 0x09 && byte != 0x0A && byte != 0x0D: break
            default: output.append(byte)
            }
        }
    }
}
