/// Goes through the beginning of an XML document up to the attributes of its first element.
package struct XMLScanner {
    private let bytes: [UInt8]
    private var place = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    package var isAtEnd: Bool { place == bytes.count }

    private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    package func isAt(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

    package mutating func skipBlanks() {
        while let byte, Self.isBlank(byte) { place += 1 }
    }

    /// Passes over declarations, comments and the document type.
    package mutating func skipProlog() {
        while true {
            skipBlanks()
            if isAt("<?") {
                skip(past: "?>")
            } else if isAt("<!--") {
                place += 4
                skip(past: "-->")
            } else if isAt("<!DOCTYPE") {
                skipDocumentType()
            } else {
                return
            }
        }
    }

    /// Goes past the start of an element to its attributes.
    ///
    /// - Returns: The element's name without its prefix; nil where none starts here.
    package mutating func takeElementName() -> String? {
        guard byte == UInt8(ascii: "<") else { return nil }
        place += 1
        return takeName().split(separator: ":").last.map(String.init)
    }

    /// Goes past attributes.
    ///
    /// - Returns: Them as written; of two with one name the first.
    package mutating func takeAttributes() -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            skipBlanks()
            let name = takeName()
            skipBlanks()
            guard !name.isEmpty, byte == UInt8(ascii: "=") else { return attributes }
            place += 1
            skipBlanks()
            guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return attributes }
            place += 1
            let start = place
            skip(past: String(Unicode.Scalar(quote)))
            if isAtEnd { return attributes }
            attributes[name] = attributes[name] ?? String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
        }
    }

    private mutating func takeName() -> String {
        let start = place
        while let byte, !Self.isNameEnd(byte) { place += 1 }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func skip(past end: String) {
        while place < bytes.count, !isAt(end) { place += 1 }
        place = min(place + end.utf8.count, bytes.count)
    }

    /// A document type may hold declarations in brackets, and texts in quotation marks anywhere.
    private mutating func skipDocumentType() {
        var isInBrackets = false
        while let byte {
            place += 1
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
