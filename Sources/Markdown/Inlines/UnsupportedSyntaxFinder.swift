/// Finds unsupported syntax in the raw text of a leaf.
///
/// Looks only where markup is possible: not at escapes, in code or in addresses. Math becomes literal text, so that its `*` and
/// `\` are not read as markup. All other syntax stays as libcmark reads it.
struct UnsupportedSyntaxFinder {
    /// Where the leaf is in its container: some syntax is possible only there.
    enum Position {
        case other
        /// The first paragraph of a list item.
        case itemStart
        /// The first paragraph of a quote.
        case quoteStart
    }

    let bytes: [UInt8]
    private(set) var found: [(syntax: UnsupportedSyntax, range: Range<Int>)] = []
    /// The indices of `$` and of `~~` in raw text.
    private var dollars: [Int] = []
    private var tildes: [Int] = []

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Finds unsupported syntax in the tokens of a leaf, and turns formulas into literal text.
    mutating func find(in tokens: inout [InlineToken], position: Position, builder: inout TreeBuilder) {
        var linkDepth = 0
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .linkStart, .autolinkStart: linkDepth += 1
            case .linkEnd, .autolinkEnd: linkDepth -= 1
            case .raw:
                let range = token.bytes.range
                if index == 0 { findStart(range, position) }
                if index > 0, tokens[index - 1].kind == .softBreak, starts(range, with: ": ") {
                    found.append((.definitionList, range.lowerBound..<range.lowerBound + 1))
                }
                scan(range, inLink: linkDepth > 0)
            default: break
            }
        }
        pairTildes()
        let formulas = formulas(at: dollars)
        for formula in formulas { found.append((.math, formula)) }
        if !formulas.isEmpty { makeLiteral(formulas, in: &tokens, &builder) }
    }

    private mutating func findStart(_ range: Range<Int>, _ position: Position) {
        guard range.count >= 3, bytes[range.lowerBound] == UInt8(ascii: "[") else { return }
        let second = bytes[range.lowerBound + 1]
        switch position {
        case .itemStart where bytes[range.lowerBound + 2] == UInt8(ascii: "]") && [0x20, 0x78, 0x58].contains(second):
            if range.count == 3 || bytes[range.lowerBound + 3] == 0x20 {
                found.append((.taskList, range.lowerBound..<range.lowerBound + 3))
            }
        case .quoteStart where second == UInt8(ascii: "!"):
            let name = bytes[(range.lowerBound + 2)..<range.upperBound].prefix { $0.isASCIILetter }
            if !name.isEmpty, name.endIndex < range.upperBound, bytes[name.endIndex] == UInt8(ascii: "]") {
                found.append((.alert, range.lowerBound..<name.endIndex + 1))
            }
        default: break
        }
    }

    private mutating func scan(_ range: Range<Int>, inLink: Bool) {
        var index = range.lowerBound
        while true {
            index = bytes.first(of: .unsupported, in: index..<range.upperBound)
            guard index < range.upperBound else { return }
            switch bytes[index] {
            case UInt8(ascii: "$"): dollars.append(index)
            case UInt8(ascii: "~") where isPair(index, in: range):
                tildes.append(index)
                index += 1
            case UInt8(ascii: "["):
                if let end = footnoteEnd(index, range) {
                    found.append((.footnote, index..<end))
                    index = end
                    continue
                }
            case UInt8(ascii: ":") where !inLink:
                if let address = address(around: index, in: range) {
                    found.append((.bareAddress, address))
                    index = address.upperBound
                    continue
                }
            default: break
            }
            index += 1
        }
    }

    /// Whether a run of exactly two tildes starts here.
    private func isPair(_ index: Int, in range: Range<Int>) -> Bool {
        index + 1 < range.upperBound && bytes[index + 1] == bytes[index]
            && (index == range.lowerBound || bytes[index - 1] != bytes[index])
            && (index + 2 >= range.upperBound || bytes[index + 2] != bytes[index])
    }

    private func footnoteEnd(_ start: Int, _ range: Range<Int>) -> Int? {
        guard start + 1 < range.upperBound, bytes[start + 1] == UInt8(ascii: "^") else { return nil }
        for index in start + 2..<min(range.upperBound, start + 100) {
            switch bytes[index] {
            case UInt8(ascii: "]"): return index > start + 2 ? index + 1 : nil
            case UInt8(ascii: "["), UInt8(ascii: "^"), 0...0x20: return nil
            default: break
            }
        }
        return nil
    }

    /// The range of the web address whose `://` starts at `colon`; nil if there is none.
    private func address(around colon: Int, in range: Range<Int>) -> Range<Int>? {
        guard starts(colon..<range.upperBound, with: "://") else { return nil }
        let scheme = [5, 4].first { length in
            let start = colon - length
            guard start >= range.lowerBound, starts(start..<colon, with: length == 5 ? "https" : "http") else { return false }
            return start == 0 || !bytes[start - 1].isASCIIAlphanumeric
        }
        guard let scheme else { return nil }
        var end = colon + 3
        while end < range.upperBound, bytes[end] > 0x20, bytes[end] < 0x7F, !#"<>"{}|\^`"#.utf8.contains(bytes[end]) {
            end += 1
        }
        while end > colon + 3, ".,:;!?)'".utf8.contains(bytes[end - 1]) { end -= 1 }
        return end > colon + 3 ? colon - scheme..<end : nil
    }

    private func starts(_ range: Range<Int>, with word: StaticString) -> Bool {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return range.count >= word.count && bytes[range].starts(with: word)
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
