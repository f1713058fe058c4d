import Basics

/// An id that the author wrote at the end of a heading: `## 見出し {#id}`.
///
/// ```
/// heading id = "{#" characters without spaces "}"
/// ```
struct HeadingID {
    let id: String
    /// The range of `{#id}` in the file.
    let source: Range<Int>

    /// Removes the id from the end of a heading's tokens; nil if there is none.
    init?(takenFrom tokens: inout [InlineToken], of leaf: InlineLeaf) {
        guard let last = tokens.last, last.kind == .raw else { return nil }
        let token = last.bytes.range
        let bytes = leaf.bytes[token]
        guard bytes.last == UInt8(ascii: "}"), let brace = bytes.lastIndex(of: UInt8(ascii: "{")),
            brace + 2 < token.upperBound, bytes[brace + 1] == UInt8(ascii: "#")
        else { return nil }
        let name = bytes[(brace + 2)..<(token.upperBound - 1)]
        guard !name.contains(where: \.isASCIISpace) else { return nil }
        id = String(decoding: name, as: UTF8.self)
        source = leaf.source(of: brace..<token.upperBound)
        let kept = bytes[..<brace].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? token.lowerBound
        let text = last.text.range
        tokens.removeLast()
        if kept > token.lowerBound {
            let end = text.lowerBound + kept - token.lowerBound
            tokens.append(InlineToken(.raw, text: ByteRange(text.lowerBound..<end), at: token.lowerBound..<kept))
        }
    }

    /// Whether the id is a lower-case ASCII letter followed by lower-case ASCII letters, digits and hyphens.
    var isWellFormed: Bool {
        guard let first = id.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
}
