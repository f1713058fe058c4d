/// Finds the parts of a link that libcmark reads but does not report: the ranges of its address and of the whole link.
///
/// Grammar, after CommonMark 0.30, sections 4.7 and 6.3:
/// ```
/// tail        = "(" spaces [address [spaces title]] spaces ")" | label | nothing
/// definition  = label ":" gap address [gap title] end of line
/// gap         = spaces and tabs, with at most one line end
/// address     = "<" … ">" | characters without spaces, with balanced parentheses
/// title       = '"' … '"' | "'" … "'" | "(" … ")"
/// ```
struct LinkSyntax {
    let bytes: [UInt8]

    /// The tail of an inline link, which starts at `start` with `(`; nil if there is none.
    func inlineTail(at start: Int) -> (address: Range<Int>, end: Int)? {
        guard byte(start) == UInt8(ascii: "(") else { return nil }
        let addressStart = skipSpaces(start + 1)
        guard let addressEnd = address(at: addressStart) else { return nil }
        let titleStart = skipSpaces(addressEnd)
        var end = titleStart
        if titleStart > addressEnd, let titleEnd = title(at: titleStart) { end = titleEnd }
        end = skipSpaces(end)
        guard byte(end) == UInt8(ascii: ")") else { return nil }
        return (addressStart..<addressEnd, end + 1)
    }

    /// The index after the label that starts at `start` with `[`; nil if there is none.
    func label(at start: Int) -> Int? {
        guard byte(start) == UInt8(ascii: "[") else { return nil }
        var index = start + 1
        while index < bytes.count, index - start <= 1001 {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index + 1
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "\\") where byte(index + 1).isASCIIPunctuation: index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The index after the link reference definition that starts at `start`; nil if there is none.
    func definition(at start: Int) -> Int? {
        guard let labelEnd = label(at: start), byte(labelEnd) == UInt8(ascii: ":"),
            !bytes[(start + 1)..<(labelEnd - 1)].allSatisfy(\.isASCIISpace)
        else { return nil }
        let addressStart = skipGap(labelEnd + 1)
        guard let addressEnd = address(at: addressStart), addressStart < bytes.count else { return nil }
        let titleStart = skipGap(addressEnd)
        if titleStart > addressEnd, let titleEnd = title(at: titleStart), let end = lineEnd(titleEnd) { return end }
        return lineEnd(addressEnd)
    }

    private func address(at start: Int) -> Int? {
        if byte(start) == UInt8(ascii: "<") { return bracketedAddress(at: start) }
        var index = start
        var depth = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\") where byte(index + 1).isASCIIPunctuation:
                index += 2
                continue
            case UInt8(ascii: "("):
                depth += 1
                if depth > 32 { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { return index }
                depth -= 1
            case let byte where byte.isASCIISpace:
                return depth == 0 && index > start ? index : nil
            default: break
            }
            index += 1
        }
        return depth == 0 ? index : nil
    }

    private func bracketedAddress(at start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ">"): return index + 1
            case UInt8(ascii: "<"), 0x0A: return nil
            case UInt8(ascii: "\\"): index += 2
            default: index += 1
            }
        }
        return nil
    }

    private func title(at start: Int) -> Int? {
        let open = byte(start)
        let close: UInt8
        switch open {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): close = open
        case UInt8(ascii: "("): close = UInt8(ascii: ")")
        default: return nil
        }
        var index = start + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == close { return index + 1 }
            if byte == 0 || byte == open { return nil }
            index += byte == UInt8(ascii: "\\") && self.byte(index + 1).isASCIIPunctuation ? 2 : 1
        }
        return nil
    }

    /// Skips spaces and tabs, with at most one line end.
    private func skipGap(_ start: Int) -> Int {
        var index = skipSpacesAndTabs(start)
        guard byte(index) == 0x0A else { return index }
        index += 1
        return skipSpacesAndTabs(index)
    }

    private func lineEnd(_ start: Int) -> Int? {
        let index = skipSpacesAndTabs(start)
        guard index < bytes.count else { return index }
        return bytes[index] == 0x0A ? index + 1 : nil
    }

    private func skipSpaces(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isASCIISpace { index += 1 }
        return index
    }

    private func skipSpacesAndTabs(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isSpaceOrTab { index += 1 }
        return index
    }

    /// The byte at `index`; NUL after the last byte.
    private func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }
}
