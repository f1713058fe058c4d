import CCMark

/// A character reference such as `&amp;` or `&#x3042;` (CommonMark 0.30, section 2.5).
///
/// ```
/// reference = "&" name ";" | "&#" digit{1,7} ";" | "&#" ("x" | "X") hexdigit{1,6} ";"
/// ```
struct CharacterReference {
    /// The length of the reference in bytes.
    let source: Int
    /// The length of the text that it stands for, in bytes.
    let text: Int

    /// Reads the reference at `start`; nil unless there is one whose text is the start of `literal`.
    init?(in bytes: [UInt8], at start: Int, giving literal: UnsafeBufferPointer<UInt8>) {
        guard let end = Self.end(in: bytes, at: start) else { return nil }
        let reference = bytes[start..<end]
        let text = Self.isNumeric(reference) ? Self.number(reference) : Self.named(reference)
        guard let text, text.count <= literal.count, zip(text, literal).allSatisfy({ $0 == $1 }) else { return nil }
        source = end - start
        self.text = text.count
    }

    /// The index after a run of bytes that has the form of a reference.
    private static func end(in bytes: [UInt8], at start: Int) -> Int? {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
        while index < bytes.count, index - start < 40, bytes[index].isASCIIAlphanumeric { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ";"), index > start + 1 else { return nil }
        return index + 1
    }

    private static func isNumeric(_ reference: ArraySlice<UInt8>) -> Bool {
        reference.dropFirst().first == UInt8(ascii: "#")
    }

    private static func number(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
        var digits = reference.dropFirst(2).dropLast()
        let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
        if isHexadecimal { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= (isHexadecimal ? 6 : 7),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
        else { return nil }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return Array(String(scalar ?? "\u{FFFD}").utf8)
    }

    private static let common: [(reference: String.UTF8View, text: [UInt8])] = [
        ("&amp;".utf8, Array("&".utf8)), ("&lt;".utf8, Array("<".utf8)), ("&gt;".utf8, Array(">".utf8)),
        ("&quot;".utf8, Array("\"".utf8)), ("&nbsp;".utf8, Array("\u{A0}".utf8)),
    ]

    /// The text of a named reference. libcmark, which has the table of names, is asked for all but the most common ones.
    private static func named(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
        if let common = common.first(where: { $0.reference.elementsEqual(reference) }) { return common.text }
        return reference.withUnsafeBytes { name -> [UInt8]? in
            guard let start = name.bindMemory(to: CChar.self).baseAddress,
                let document = cmark_parse_document(start, name.count, CMARK_OPT_DEFAULT)
            else { return nil }
            defer { cmark_node_free(document) }
            guard let paragraph = cmark_node_first_child(document), let text = cmark_node_first_child(paragraph)
            else { return nil }
            let result = Array(LibcmarkText.bytes(cmark_node_get_literal(text)))
            return result == Array(reference) ? nil : result
        }
    }
}
