/// SVG 2, section 5.1: the first element of an XML document, whose attributes may say a size.
///
/// ```
/// start     = [BOM] space* (declaration | comment | doctype | space)* "<" [prefix ":"] "svg" attribute* ">"
/// attribute = space+ name space* "=" space* ("\"" value "\"" | "'" value "'")
/// number    = digits ["." digits] ["px"]
/// ```
package enum SVGHeader {
    /// Whether a file begins as an SVG file may.
    package static func isStart(_ bytes: [UInt8]) -> Bool {
        if isUTF16(bytes) { return true }
        var scanner = XMLScanner(bytes)
        scanner.skipBlanks()
        return ["<?xml", "<!--", "<!DOCTYPE svg"].contains { scanner.isAt($0) } || scanner.takeElementName() == "svg"
    }

    /// Which is allowed; no size is looked for in it.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }

    /// The size that the first element says, in whole pixels; nil where it says none in plain numbers.
    package static func size(_ bytes: [UInt8]) throws(HeaderEnd) -> ImageSize? {
        if isUTF16(bytes) { return nil }
        var scanner = XMLScanner(bytes)
        scanner.skipProlog()
        let name = scanner.takeElementName()
        let attributes = scanner.takeAttributes()
        if scanner.isAtEnd { throw HeaderEnd() }
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
