/// Finds what is not supported among the raw text of a leaf.
///
/// Looks only where a mark would mean something: not at escapes, in code or in addresses. Math is set apart as it stands, so
/// that its `*` and `\` are not taken for markup; all else stays as libcmark has it.
struct UnsupportedSyntaxFinder {
    /// Where the leaf stands, for what is only known there.
    enum Position {
        case plain
        /// The first paragraph of a list item.
        case itemStart
        /// The first paragraph of a quote.
        case quoteStart
    }

    let bytes: [UInt8]
    private(set) var found: [(syntax: UnsupportedSyntax, place: Range<Int>)] = []
    /// The places of `$` and `~~` in raw text.
    private var dollars: [Int] = []
    private var tildes: [Int] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func find(in tokens: inout [InlineToken], position: Position, builder: inout TreeBuilder) {
        var linkDepth = 0
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .linkStart, .autolinkStart: linkDepth += 1
            case .linkEnd, .autolinkEnd: linkDepth -= 1
            case .raw:
                let place = token.place.range
                if index == 0 { findStart(place, position) }
                if index > 0, tokens[index - 1].kind == .softBreak, starts(place, with: ": ") {
                    found.append((.definitionList, place.lowerBound..<place.lowerBound + 1))
                }
                scan(place, inLink: linkDepth > 0)
            default: break
            }
        }
        pairTildes()
        let formulas = formulas(at: dollars)
        for formula in formulas { found.append((.math, formula)) }
        if !formulas.isEmpty { setApart(formulas, in: &tokens, &builder) }
    }

    private mutating func findStart(_ place: Range<Int>, _ position: Position) {
        guard place.count >= 3, bytes[place.lowerBound] == UInt8(ascii: "[") else { return }
        let second = bytes[place.lowerBound + 1]
        switch position {
        case .itemStart where bytes[place.lowerBound + 2] == UInt8(ascii: "]") && [0x20, 0x78, 0x58].contains(second):
            if place.count == 3 || bytes[place.lowerBound + 3] == 0x20 {
                found.append((.taskList, place.lowerBound..<place.lowerBound + 3))
            }
        case .quoteStart where second == UInt8(ascii: "!"):
            let name = bytes[(place.lowerBound + 2)..<place.upperBound].prefix { $0.isASCIILetter }
            if !name.isEmpty, name.endIndex < place.upperBound, bytes[name.endIndex] == UInt8(ascii: "]") {
                found.append((.alert, place.lowerBound..<name.endIndex + 1))
            }
        default: break
        }
    }

    private mutating func scan(_ place: Range<Int>, inLink: Bool) {
        var index = place.lowerBound
        while true {
            index = bytes.first(of: .unsupported, in: index..<place.upperBound)
            guard index < place.upperBound else { return }
            switch bytes[index] {
            case UInt8(ascii: "$"): dollars.append(index)
            case UInt8(ascii: "~") where isPair(index, in: place):
                tildes.append(index)
                index += 1
            case UInt8(ascii: "["):
                if let end = footnoteEnd(index, place) {
                    found.append((.footnote, index..<end))
                    index = end
                    continue
                }
            case UInt8(ascii: ":") where !inLink:
                if let address = address(around: index, in: place) {
                    found.append((.bareAddress, address))
                    index = address.upperBound
                    continue
                }
            default: break
            }
            index += 1
        }
    }

    /// Whether exactly two tildes stand here.
    private func isPair(_ index: Int, in place: Range<Int>) -> Bool {
        index + 1 < place.upperBound && bytes[index + 1] == bytes[index]
            && (index == place.lowerBound || bytes[index - 1] != bytes[index])
            && (index + 2 >= place.upperBound || bytes[index + 2] != bytes[index])
    }

    private func footnoteEnd(_ start: Int, _ place: Range<Int>) -> Int? {
        guard start + 1 < place.upperBound, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        for index in start + 2..<min(place.upperBound, start + 100) {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index > start + 2 ? index + 1 : nil
            case UInt8(ascii: "["), UInt8(ascii: "^"), 0...0x20: return nil
            default: break
            }
        }
        return nil
    }

    /// The address of the web whose `://` starts at `colon`.
    private func address(around colon: Int, in place: Range<Int>) -> Range<Int>? {
        guard starts(colon..<place.upperBound, with: "://") else { return nil }
        let scheme = [5, 4].first { length in
            let start = colon - length
            guard start >= place.lowerBound, starts(start..<colon, with: length == 5 ? "https" : "http") else { return false }
            return start == 0 || !bytes[start - 1].isASCIIAlphanumeric
        }
        guard let scheme else { return nil }
        var end = colon + 3
        while end < place.upperBound, bytes[end] > 0x20, bytes[end] < 0x7F, !#"<>"{}|\^`"#.utf8.contains(bytes[end]) {
            end += 1
        }
        while end > colon + 3, ".,:;!?)'".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end > colon + 3 ? colon - scheme..<end : nil
    }

    private func starts(_ place: Range<Int>, with word: StaticString) -> Bool {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return place.count >= word.count && bytes[place].starts(with: word)
    }

    private mutating func pairTildes() {
        var open: Int?
        for tilde in tildes {
            if let start = open, tilde > start + 2 {
                found.append((.strikethrough, start..<tilde + 2))
                open = nil
            } else if let after = bytes.scalar(at: tilde + 2), !after.isMarkdownSpace {
                open = tilde
            }
        }
    }
}
