import CasebookModel

extension Case {
    /// The start of the first section, as plain text; with 「…」 where it is cut.
    ///
    /// - Parameter length: In characters.
    func excerpt(length: Int) -> String {
        sections.first.map { body.document.plainText(blocks: $0.blocks).inOneLine.excerpt(length: length) } ?? ""
    }
}

extension String {
    /// The text without line breaks: behind what ends a sentence stands nothing in their place, else a wide blank, as in results
    /// of the search.
    var inOneLine: String {
        let lines = utf8.split(separator: UInt8(ascii: "\n"))
        guard lines.count > 1 else { return self }
        var text = ""
        for line in lines.map({ String(Substring($0)) }) {
            if let last = text.last, !"。！？）」』".contains(last) { text += "\u{3000}" }
            text += line
        }
        return text
    }

    /// The first characters; with 「…」 where the text is cut.
    func excerpt(length: Int) -> String {
        var text = self
        let end =
            text.withUTF8 { $0.offset(ofCharacter: length) }.map { text.utf8.index(text.startIndex, offsetBy: $0) }
            ?? text.index(text.startIndex, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        guard end < text.endIndex else { return text }
        var excerpt = String(text[..<end])
        excerpt += "…"
        return excerpt
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Where a character of UTF-8 text starts, or its end where it has no more characters than that; nil where scalars may have
    /// to be put together to tell.
    fileprivate func offset(ofCharacter number: Int) -> Int? {
        var index = 0
        for _ in 0..<number {
            guard index < count else { return index }
            guard let length = lengthOfWholeCharacter(at: index) else { return nil }
            index += length
        }
        // What follows must not be part of the last character either.
        return index == count || lengthOfWholeCharacter(at: index) != nil ? index : nil
    }

    /// The bytes of a scalar that is a character of its own beside any other such scalar; nil for all that may join with another.
    ///
    /// These are the scalars of everyday Japanese. Unicode Standard Annex 29, table 2, has rules for none of them but to break.
    private func lengthOfWholeCharacter(at index: Int) -> Int? {
        let first = self[index]
        if first < 0x80 { return first == 0x0D ? nil : 1 }
        guard first & 0xF0 == 0xE0, index + 2 < count else { return nil }
        switch UInt32(first & 0x0F) << 12 | UInt32(self[index + 1] & 0x3F) << 6 | UInt32(self[index + 2] & 0x3F) {
        case 0x2010...0x2027, 0x2100...0x2BFF, 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x3200...0x33FF,
            0x3400...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9D, 0xFFE0...0xFFE6:
            return 3
        default: return nil
        }
    }
}
