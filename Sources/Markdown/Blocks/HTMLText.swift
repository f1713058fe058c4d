/// What remains of raw HTML: its words without its tags.
struct HTMLText {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// Whether it is a comment, closed or not, and no more.
    var isComment: Bool { bytes.starts(with: "<!--".utf8) }

    var isEndTag: Bool { bytes.starts(with: "</".utf8) }

    /// `<br>`, `<br/>`, `<br />`.
    var isLineBreak: Bool {
        let letters = bytes.filter { !$0.isASCIISpace && $0 != UInt8(ascii: "/") }.map(\.lowercasedASCII)
        return letters.elementsEqual("<br>".utf8)
    }

    /// What an HTML block comes down to.
    struct Remains {
        var words: [UInt8] = []
        var hasTag = false
        var hasOpenComment = false
    }

    /// The words between the tags. What stands in comments, `script` and `style`, and in tags, is none. O(length).
    func remains() -> Remains {
        var remains = Remains()
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.endIndex, startsTag(bytes[index + 1]) else {
                remains.words.append(bytes[index])
                index += 1
                continue
            }
            let rest = bytes[index...]
            if rest.starts(with: "<!--".utf8) {
                let end = self.end(of: "-->", from: index + 4)
                if end == nil { remains.hasOpenComment = true }
                index = end ?? bytes.endIndex
            } else {
                remains.hasTag = true
                let name = rest.dropFirst().prefix { $0.isASCIIAlphanumeric }.map(\.lowercasedASCII)
                index = tagEnd(from: index)
                for hidden in ["script", "style"] where name.elementsEqual(hidden.utf8) {
                    index = end(of: "</", from: index).map { $0 - 2 } ?? bytes.endIndex
                }
            }
        }
        while let last = remains.words.last, last.isASCIISpace { remains.words.removeLast() }
        remains.words = Array(remains.words.drop { $0.isASCIISpace })
        return remains
    }

    private func startsTag(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }

    /// The index after the tag that starts at `start`; a `>` in quotes ends none.
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
