/// Takes comments and indentation out of a style sheet (CSS Syntax Module Level 3). Comments that begin with `/*!` stay.
struct StyleTrimmer {
    private let source: [UInt8]
    private var place = 0
    private var lines = TrimmedLines()

    /// Nil where something does not end, which is then better left alone.
    static func trimmed(_ source: [UInt8]) -> [UInt8]? {
        var trimmer = StyleTrimmer(source: source)
        return trimmer.run() ? trimmer.lines.bytes : nil
    }

    private init(source: [UInt8]) {
        self.source = source
    }

    private mutating func run() -> Bool {
        while place < source.count {
            let byte = source[place]
            switch byte {
            case UInt8(ascii: "\n"):
                lines.endLine()
                place += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                lines.blank()
                place += 1
            case UInt8(ascii: "/") where source.holds("/*", at: place):
                guard let end = source.end(of: "*/", from: place + 2) else { return false }
                if source.holds("/*!", at: place) {
                    lines.keep(source[place..<end])
                } else if lines.isAfterBlank {
                    lines.blank()
                } else {
                    // Without a comment `.a/* b */.c` would be one name more or one blank too many.
                    lines.keep("/**/".utf8)
                }
                place = end
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = source.endOfString(from: place) else { return false }
                keep(to: end)
            case UInt8(ascii: "(") where isAddress:
                guard let end = source.end(of: ")", from: place) else { return false }
                keep(to: end)
            case UInt8(ascii: "\\"):
                keep(to: endOfEscape)
            default:
                keep(to: source[(place + 1)...].firstIndex { !$0.isOfName } ?? source.count)
            }
        }
        lines.endLine()
        return true
    }

    /// Whether a bracket opens an address without quotation marks, in which nothing is a comment.
    private var isAddress: Bool {
        let next = source[(place + 1)...].first { $0 > UInt8(ascii: " ") }
        return lines.bytes.suffix(3).map { $0 | 0x20 } == Array("url".utf8)
            && next != UInt8(ascii: "\"") && next != UInt8(ascii: "'")
    }

    /// Where the escape ends that begins at the backslash (section 4.3.7): behind a number comes a blank that is a part of it.
    private var endOfEscape: Int {
        let number = source[(place + 1)...].prefix(6).prefix(while: \.isHexadecimal)
        guard !number.isEmpty else { return min(place + 2, source.count) }
        if source.holds("\r\n", at: number.endIndex) { return number.endIndex + 2 }
        return number.endIndex + (number.endIndex < source.count && source[number.endIndex].isBlankOfStyle ? 1 : 0)
    }

    private mutating func keep(to end: Int) {
        lines.keep(source[place..<end])
        place = end
    }
}

extension UInt8 {
    /// Whether it is white space in a style sheet.
    fileprivate var isBlankOfStyle: Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(self) }

    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
    }
}

extension [UInt8] {
    func holds(_ text: StaticString, at place: Int) -> Bool {
        text.withUTF8Buffer { self[Swift.min(place, count)...].starts(with: $0) }
    }

    /// Where the next occurrence of a text ends; nil where there is none.
    func end(of text: StaticString, from start: Int) -> Int? {
        guard start < count else { return nil }
        return indices[start...].first { holds(text, at: $0) }.map { $0 + text.utf8CodeUnitCount }
    }

    /// Where the string ends that begins with the quotation mark at a place; nil where its line ends before it.
    func endOfString(from start: Int) -> Int? {
        var place = start + 1
        while place < count, self[place] != UInt8(ascii: "\n") {
            if self[place] == self[start] { return place + 1 }
            place += self[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }
}
