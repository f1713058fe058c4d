/// SVG (SVG 2, section 5.1): the root element of an XML document, whose attributes may declare a size.
///
/// ```
/// start     = [BOM] space* (declaration | comment | doctype | space)* "<" [prefix ":"] "svg" attribute* ">"
/// attribute = space+ name space* "=" space* ("\"" value "\"" | "'" value "'")
/// number    = digits ["." digits] ["px"]
/// ```
enum SVGHeader {
    /// Whether the first bytes of a file can be those of an SVG file.
    static func isStart(_ bytes: [UInt8]) -> Bool {
        if isUTF16(bytes) { return true }
        var scanner = XMLScanner(bytes)
        scanner.skipBlanks()
        return ["<?xml", "<!--", "<!DOCTYPE svg"].contains { scanner.isAt($0) } || scanner.takeElementName() == "svg"
    }

    /// Whether a byte order mark says UTF-16. SVG allows it; the size of such a file is not read.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }

    /// Reads the size of the root element, rounded to whole pixels; nil if it has none in plain numbers.
    static func size(_ bytes: [UInt8]) throws(HeaderTooShort) -> ImageSize? {
        if isUTF16(bytes) { return nil }
        var scanner = XMLScanner(bytes)
        scanner.skipProlog()
        let name = scanner.takeElementName()
        let attributes = scanner.takeAttributes()
        if scanner.isAtEnd { throw HeaderTooShort() }
        guard name == "svg" else { return nil }
        switch (attributes["width"], attributes["height"]) {
        case (let width?, let height?): return size(width, height)
        case (nil, nil):
            let box = attributes["viewBox"]?.split { $0.isWhitespace || $0 == "," } ?? []
            return box.count == 4 ? size(box[2], box[3]) : nil
        default: return nil
        }
    }

    private static func size(_ width: some StringProtocol, _ height: some StringProtocol) -> ImageSize? {
        guard let width = pixels(width), let height = pixels(height) else { return nil }
        return ImageSize(width: width, height: height)
    }

    private static func pixels(_ text: some StringProtocol) -> Int? {
        let number = text.hasSuffix("px") ? text.dropLast(2) : text[...]
        guard number.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }), let value = Double(number)
        else { return nil }
        return Int(exactly: value.rounded())
    }
}

/// Scans the start of an XML document (XML 1.0, fifth edition, section 2.8) up to the attributes of its root element.
///
/// It is our own code, because the XML parser of Foundation needs the whole document and fails on one that is cut off.
private struct XMLScanner {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    var isAtEnd: Bool { offset == bytes.count }

    private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func isAt(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

    mutating func skipBlanks() {
        while let byte, Self.isBlank(byte) { offset += 1 }
    }

    /// Skips declarations, comments and the document type.
    mutating func skipProlog() {
        while true {
            skipBlanks()
            if isAt("<?") {
                skip(past: "?>")
            } else if isAt("<!--") {
                offset += 4
                skip(past: "-->")
            } else if isAt("<!DOCTYPE") {
                skipDocumentType()
            } else {
                return
            }
        }
    }

    /// Reads the start of an element, up to its attributes.
    ///
    /// - Returns: The element's name without its prefix; nil if no element starts here.
    mutating func takeElementName() -> String? {
        guard byte == UInt8(ascii: "<") else { return nil }
        offset += 1
        return takeName().split(separator: ":").last.map(String.init)
    }

    /// Reads the attributes of an element.
    ///
    /// - Returns: The values as written, without resolving references; of two attributes with the same name, the first.
    mutating func takeAttributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            skipBlanks()
            let name = takeName()
            skipBlanks()
            guard !name.isEmpty, byte == UInt8(ascii: "=") else { return attributes }
            offset += 1
            skipBlanks()
            guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return attributes }
            offset += 1
            let start = offset
            skip(past: String(Unicode.Scalar(quote)))
            if isAtEnd { return attributes }
            attributes[name] = attributes[name] ?? String(decoding: bytes[start..<(offset - 1)], as: UTF8.self)
        }
    }

    private mutating func takeName() -> String {
        let start = offset
        while let byte, !Self.isNameEnd(byte) { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func skip(past end: String) {
        while offset < bytes.count, !isAt(end) { offset += 1 }
        offset = min(offset + end.utf8.count, bytes.count)
    }

    /// Skips a document type, which may have declarations in brackets, and quoted strings anywhere.
    private mutating func skipDocumentType() {
        var isInBrackets = false
        while let byte {
            offset += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): skip(past: String(Unicode.Scalar(byte)))
            case UInt8(ascii: "<") where isAt("!--"): skip(past: "-->")
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case UInt8(ascii: ">") where !isInBrackets: return
            default: break
            }
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNameEnd(_ byte: UInt8) -> Bool { isBlank(byte) || "=/><\"'".utf8.contains(byte) }
}
