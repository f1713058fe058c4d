extension ProseScanner {
    /// Takes the marks at the start of a line, and ends the sentence where another block, item or row begins.
    package mutating func startLine() {
        var start = index
        if isHeading {
            endSentence(at: index)
            isHeading = false
        }
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        guard start < end else { return }
        if isQuote != (bytes[start] == UInt8(ascii: ">")) {
            endSentence(at: index)
            isQuote.toggle()
        }
        switch bytes[start] {
        case 0x0A, UInt8(ascii: "#"):
            endSentence(at: index)
            openBrackets = 0
            isHeading = bytes[start] == UInt8(ascii: "#")
        case UInt8(ascii: ">"): start += 1
        case UInt8(ascii: "|"):
            endSentence(at: index)
            endsAtBars = true
            return index = start
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            let next = start + 1
            if next < end, bytes[next] == 0x20 || bytes[next] == bytes[start] && bytes[start] == UInt8(ascii: "-") {
                endSentence(at: index)
                start = next
            }
        case 0x30...0x39:
            var next = start
            while next < end, (0x30...0x39).contains(bytes[next]) { next += 1 }
            if next + 1 < end, bytes[next] == 0x2E || bytes[next] == 0x29, bytes[next + 1] == 0x20 {
                endSentence(at: index)
                start = next + 1
            }
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            if start + 2 < end, bytes[start + 1] == bytes[start], bytes[start + 2] == bytes[start] {
                endSentence(at: index)
                return skipFence(bytes[start], from: start)
            }
        case UInt8(ascii: "[") where isDefinition(start):
            endSentence(at: index)
            start = endOfLine(start)
        default: break
        }
        endsAtBars = false
        index = start
    }

    /// Passes over what a sign begins that is no prose, or the sign itself where it is markup; whether it was one.
    package mutating func skipMarkup(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"): return skipCode()
        case UInt8(ascii: "<"): return skipTag()
        case UInt8(ascii: "]"): return skipAddress()
        case UInt8(ascii: "{"): return skipReading()
        case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "#"), UInt8(ascii: "}"), UInt8(ascii: "_"):
            index += 1
            return true
        case UInt8(ascii: "|") where endsAtBars:
            endSentence(at: index)
            index += 1
            return true
        case UInt8(ascii: "\\"):
            index += 1
            return true
        default: return false
        }
    }

    /// How many bytes ahead the end of a code span, and that of a tag or an address, is looked for. So a text of many that are never
    /// closed is scanned in linear time. Longer ones are read as prose.
    private static let (longestCode, longestTag) = (8_192, 1_024)

    /// A code span: from a run of grave accents to the next of the same length, in the same paragraph.
    private mutating func skipCode() -> Bool {
        let start = index
        skip { $0 == UInt8(ascii: "`") }
        let length = index - start
        var next = index
        let limit = min(end, next + Self.longestCode)
        while next < limit {
            if bytes[next] == 0x0A, next + 1 < end, bytes[next + 1] == 0x0A { break }
            guard bytes[next] == UInt8(ascii: "`") else {
                next += 1
                continue
            }
            let run = next
            while next < end, bytes[next] == UInt8(ascii: "`") { next += 1 }
            if next - run == length {
                index = next
                break
            }
        }
        return true
    }

    /// A comment, a tag or an address in angle brackets; a mail address there is found.
    private mutating func skipTag() -> Bool {
        guard index + 1 < end else { return false }
        if bytes[index + 1] == UInt8(ascii: "!") {
            var next = index + 2
            while next < end, !(bytes[next] == 0x3E && bytes[next - 1] == 0x2D && bytes[next - 2] == 0x2D) { next += 1 }
            index = min(next + 1, end)
            return true
        }
        let first = bytes[index + 1]
        guard first == 0x2F || (0x61...0x7A).contains(first | 0x20) else { return false }
        var next = index + 1
        var at: Int?
        let limit = min(end, next + Self.longestTag)
        while next < limit, bytes[next] != 0x3E, bytes[next] != 0x0A {
            if bytes[next] == UInt8(ascii: "@") { at = next }
            next += 1
        }
        guard next < limit, bytes[next] == 0x3E else { return false }
        if let at { findMailAddress(at: at..<at + 1) }
        index = next + 1
        return true
    }

    /// What follows the text of a link: `(address)` or `[name]`.
    private mutating func skipAddress() -> Bool {
        index += 1
        guard index < end, bytes[index] == UInt8(ascii: "(") || bytes[index] == UInt8(ascii: "[") else { return true }
        let (opening, closing) = bytes[index] == UInt8(ascii: "(") ? (UInt8(ascii: "("), UInt8(ascii: ")")) : (0x5B, 0x5D)
        var (depth, next) = (0, index)
        let limit = min(end, next + Self.longestTag)
        while next < limit, bytes[next] != 0x0A {
            if bytes[next] == opening { depth += 1 }
            if bytes[next] == closing { depth -= 1 }
            next += 1
            if depth == 0 {
                index = next
                break
            }
        }
        return true
    }

    /// The id of a heading, or the opening brace of ruby: its readings are passed over at the bar.
    private mutating func skipReading() -> Bool {
        var next = index + 1
        while next < end, next < index + 200, bytes[next] != 0x7D, bytes[next] != 0x0A { next += 1 }
        guard next < end, bytes[next] == 0x7D else { return false }
        if bytes[index + 1] == UInt8(ascii: "#") {
            index = next + 1
            return true
        }
        guard let bar = bytes[index..<next].firstIndex(of: UInt8(ascii: "|")) else { return false }
        // The base counts, its readings do not.
        index += 1
        while index < bar {
            let first = bytes[index]
            take(first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4, isWide: true)
        }
        index = next + 1
        return true
    }

    private mutating func skipFence(_ mark: UInt8, from start: Int) {
        index = endOfLine(start)
        while index < end {
            index += 1
            let line = index
            index = endOfLine(line)
            var next = line
            while next < index, bytes[next] == 0x20 { next += 1 }
            if next + 2 < index + 1, index - next >= 3, bytes[next] == mark, bytes[next + 1] == mark, bytes[next + 2] == mark {
                return
            }
        }
    }

    /// Whether a line is `[name]: address`.
    private func isDefinition(_ start: Int) -> Bool {
        var next = start
        while next < end, bytes[next] != UInt8(ascii: "]"), bytes[next] != 0x0A { next += 1 }
        return next + 1 < end && bytes[next] == UInt8(ascii: "]") && bytes[next + 1] == UInt8(ascii: ":")
    }

    private func endOfLine(_ start: Int) -> Int {
        var next = start
        while next < end, bytes[next] != 0x0A { next += 1 }
        return next
    }
}
