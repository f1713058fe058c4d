import CasebookModel

extension Case {
    /// Returns the start of the first section as plain text, with 「…」 if the section is longer.
    ///
    /// - Parameter length: The most characters to return.
    func excerpt(length: Int) -> String {
        sections.first.map { body.document.plainText(blocks: $0.blocks).inOneLine.excerpt(length: length) } ?? ""
    }
}

extension String {
    /// The text in one line. A line break after the end of a sentence is removed; any other becomes a full-width space, as in search
    /// results.
    package var inOneLine: String {
        let lines = utf8.split(separator: UInt8(ascii: "\n"))
        guard lines.count > 1 else { return self }
        var text = ""
        for line in lines.map({ String(Substring($0)) }) {
            if let last = text.last, !"。！？）」』".contains(last) { text += "\u{3000}" }
            text += line
        }
        return text
    }

    /// Returns the first characters, with 「…」 if the text is longer.
    ///
    /// Works on bytes: 10,000 excerpts take 2 to 15 ms, and 22 to 55 ms with `index(_:offsetBy:)` alone.
    package func excerpt(length: Int) -> String {
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
    /// Returns the index at which a character of UTF-8 text starts; the end of a text that has at most that many characters. Nil if
    /// the text has scalars that may form one character with their neighbours.
    fileprivate func offset(ofCharacter number: Int) -> Int? {
        var index = 0
        for _ in 0..<number {
            guard index < count else { return index }
            guard let length = lengthOfWholeCharacter(at: index) else { return nil }
            index += length
        }
        // The next scalar must not be part of the last character either.
        return index == count || lengthOfWholeCharacter(at: index) != nil ? index : nil
    }

    /// Returns the length in bytes of a scalar that is always a character of its own next to other such scalars; nil for any other.
    ///
    /// These are the scalars of everyday Japanese. By Unicode Standard Annex 29, table 2, there is a boundary on both sides of them.
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
