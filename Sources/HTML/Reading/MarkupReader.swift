/// Reads the tags and texts of HTML that this program wrote.
///
/// It does not know the rules by which browsers complete HTML. Every text in the input is escaped, so a `<` always starts markup.
struct MarkupReader {
    /// A start tag. Ranges are bytes of the input.
    struct Tag {
        /// The name in lower case.
        let name: String
        /// The attributes in the order of the text; a value is without its quotes, and nil where there is none.
        let attributes: [(name: Range<Int>, value: Range<Int>?)]
        /// Whether the tag ends in `/>`.
        let closesItself: Bool
    }

    enum Token {
        case text(Range<Int>)
        case start(Tag)
        case end(name: String)
        /// `<!DOCTYPE …>`
        case doctype
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// The offset after the last token.
    private(set) var position = 0
    /// Whether the current element holds no markup, as scripts and style sheets do.
    private var isInRawText = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Returns the next tag or text, without comments; nil at the end.
    mutating func next() -> Token? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<"), !isInRawText || isEndTag(at: position) else {
                let start = position
                repeat {
                    position += 1
                } while position < bytes.count
                    && (bytes[position] != UInt8(ascii: "<") || isInRawText && !isEndTag(at: position))
                return .text(start..<position)
            }
            isInRawText = false
            position += 1
            switch position < bytes.count ? bytes[position] : 0 {
            case UInt8(ascii: "!"):
                if isComment {
                    skipComment()
                    continue
                }
                skip(to: UInt8(ascii: ">"))
                return .doctype
            case UInt8(ascii: "/"):
                position += 1
                let name = readName()
                skip(to: UInt8(ascii: ">"))
                return .end(name: name)
            default:
                let tag = readTag()
                isInRawText = (tag.name == "script" || tag.name == "style") && !tag.closesItself
                return .start(tag)
            }
        }
        return nil
    }

    /// Returns the value of an attribute of a tag without escapes; empty for an attribute without a value; nil if there is none.
    func value(of name: StaticString, in tag: Tag) -> String? {
        for attribute in tag.attributes where matches(attribute.name, name) {
            return attribute.value.map { string($0).unescaped } ?? ""
        }
        return nil
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
        range.count == name.utf8CodeUnitCount
            && bytes[range].elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    private func isEndTag(at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/")
    }

    private var isComment: Bool {
        position + 2 < bytes.count && bytes[position + 1] == UInt8(ascii: "-") && bytes[position + 2] == UInt8(ascii: "-")
    }

    private mutating func skipComment() {
        position += 3
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: ">"), bytes[position - 1] == UInt8(ascii: "-"),
                bytes[position - 2] == UInt8(ascii: "-")
            {
                position += 1
                return
            }
            position += 1
        }
    }

    private mutating func skip(to byte: UInt8) {
        while position < bytes.count, bytes[position] != byte { position += 1 }
        position = min(position + 1, bytes.count)
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func readName() -> String {
        let start = position
        var hasCapitals = false
        while position < bytes.count, !Self.endsName(bytes[position]) {
            hasCapitals = hasCapitals || (0x41...0x5A).contains(bytes[position])
            position += 1
        }
        let name = string(start..<position)
        return hasCapitals ? name.lowercased() : name
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    }

    private mutating func readTag() -> Tag {
        let name = readName()
        var attributes: [(name: Range<Int>, value: Range<Int>?)] = []
        var closesItself = false
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { break }
            if bytes[position] == UInt8(ascii: "/") {
                closesItself = true
                position += 1
                continue
            }
            closesItself = false
            let start = position
            while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
            // A stray sign is no attribute.
            guard position > start else {
                position += 1
                continue
            }
            let end = position
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
                attributes.append((start..<end, nil))
                continue
            }
            position += 1
            skipSpace()
            attributes.append((start..<end, readValue()))
        }
        position = min(position + 1, bytes.count)
        return Tag(name: name, attributes: attributes, closesItself: closesItself)
    }

    private mutating func readValue() -> Range<Int> {
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = position
            while position < bytes.count, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") { position += 1 }
            return start..<position
        }
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != quote { position += 1 }
        let end = position
        position = min(position + 1, bytes.count)
        return start..<end
    }
}
