/// A run of raw HTML (CommonMark 0.30, sections 4.6 and 6.6), of which pages show the words but not the tags.
struct RawHTML {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// Whether this starts with a comment, closed or not.
    var isComment: Bool { bytes.starts(with: "<!--".utf8) }

    /// Whether this starts with an end tag.
    var isEndTag: Bool { bytes.starts(with: "</".utf8) }

    /// Whether this is `<br>`, `<br/>` or `<br />`.
    var isLineBreak: Bool {
        let letters = bytes.filter { !$0.isASCIISpace && $0 != UInt8(ascii: "/") }.map(\.lowercasedASCII)
        return letters.elementsEqual("<br>".utf8)
    }

    /// The words of an HTML block, and what else it holds.
    struct Contents {
        var words: [UInt8] = []
        var hasTag = false
        var hasOpenComment = false
    }

    /// The contents of an HTML block: the words outside tags, comments, `script` and `style`.
    ///
    /// - Complexity: O(length).
    func contents() -> Contents {
        var contents = Contents()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.endIndex, startsTag(bytes[index + 1]) else {
                contents.words.append(bytes[index])
                index += 1
                continue
            }
            let rest = bytes[index...]
            if rest.starts(with: "<!--".utf8) {
                let end = self.end(of: "-->", from: index + 4)
                if end == nil { contents.hasOpenComment = true }
                index = end ?? bytes.endIndex
            } else {
                contents.hasTag = true
                let name = rest.dropFirst().prefix { $0.isASCIIAlphanumeric }.map(\.lowercasedASCII)
                index = tagEnd(from: index)
                for hidden in ["script", "style"] where name.elementsEqual(hidden.utf8) {
                    index = end(of: "</", from: index).map { $0 - 2 } ?? bytes.endIndex
                }
            }
        }
        while let last = contents.words.last, last.isASCIISpace { contents.words.removeLast() }
        contents.words = Array(contents.words.drop { $0.isASCIISpace })
        return contents
    }

    private func startsTag(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// The index after the tag that starts at `start`. A `>` in quotes does not end a tag.
    private func tagEnd(from start: Int) -> Int {
        var quote: UInt8?
        for index in start..<bytes.endIndex {
            let byte = bytes[index]
            if byte == quote {
                quote = nil
            } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return bytes.endIndex
    }

    /// The index after the next occurrence of `word`; nil if there is none.
    private func end(of word: StaticString, from start: Int) -> Int? {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        var index = start
        while index + word.count <= bytes.endIndex {
            if bytes[index...].starts(with: word) { return index + word.count }
            index += 1
        }
        return nil
    }
}
