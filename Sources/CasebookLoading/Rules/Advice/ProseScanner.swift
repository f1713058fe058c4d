import Diagnostics

/// Scans a text once and finds what is worth advice, with its range in the source.
///
/// What is not prose is skipped: code spans and code blocks, tags and comments, the addresses of links, readings of ruby,
/// and addresses in the text. A sentence ends at 。, ！ or ？, and where its block, list item or cell ends.
package struct ProseScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    let end: Int
    let rules: AdviceSet
    let isMarkdown: Bool
    var index: Int
    private(set) var findings: [ProseFinding] = []
    /// Where the sentence starts; negative between two.
    private var sentenceStart = -1
    private var sentenceCharacters = 0
    private var sentenceWide = 0
    /// Whether the line is part of a table, whose cells end sentences.
    package var endsAtBars = false
    /// Whether the line is in a block quote: others' sentences stay as long as they are.
    package var isQuote = false
    /// How many 「 and 『 are open: others' commas stay as they are.
    package var openBrackets = 0
    private(set) var commas = CommaCounts()
    /// Whether the line is a heading, which ends at its end.
    package var isHeading = false
    /// Whether ``sentences`` are kept.
    var keepsSentences = false
    /// The sentences so far, if they are kept.
    private(set) var sentences: [ProseSentence] = []
    /// Where each character of the current sentence is, if sentences are kept.
    private var characters: [Int] = []

    /// A scanner at the start of a range of bytes.
    ///
    /// - Parameters:
    ///   - bytes: A whole file.
    ///   - range: What to scan of it.
    ///   - rules: The rules whose problems to find.
    ///   - isMarkdown: Whether the text is Markdown, so that code, tags and addresses are skipped.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, rules: AdviceSet, isMarkdown: Bool) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
        self.rules = rules
        self.isMarkdown = isMarkdown
    }

    /// Scans to the end, if there may be something to find. O(length).
    package mutating func scan() {
        guard maySuspect() else { return }
        walk()
    }

    /// Scans to the end without that test.
    package mutating func walk() {
        if isMarkdown { startLine() }
        while index < end {
            let byte = bytes[index]
            switch byte {
            case 0xE4...0xE9: scanKanji(byte)
            case 0xE3: scanKana()
            case 0..<0x80: scanASCII(byte)
            case 0xE0..<0xF0: scanOther()
            case 0xF0...: scanOutside()
            default: take(2, isWide: false)
            }
        }
        endSentence(at: end)
    }

    mutating func find<Rule: AdviceRule>(_ problem: Rule, _ bytes: Range<Int>) {
        if rules.contains(Rule.self) { findings.append(ProseFinding(problem: problem, bytes: bytes)) }
    }

    /// The string in a range.
    package func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Whether three bytes that end before an offset, or start at it, are these.
    @inline(__always)
    package func has(_ first: UInt8, _ second: UInt8, _ third: UInt8, at offset: Int) -> Bool {
        offset >= 0 && offset + 3 <= end && bytes[offset] == first && bytes[offset + 1] == second && bytes[offset + 2] == third
    }

    /// Takes a character into the sentence.
    @inline(__always)
    package mutating func take(_ length: Int, isWide: Bool) {
        if sentenceStart < 0 {
            sentenceStart = index
            sentenceCharacters = 0
            sentenceWide = 0
            characters = []
        }
        if keepsSentences { characters.append(index) }
        sentenceCharacters += 1
        if isWide { sentenceWide += 1 }
        index += length
    }

    /// Ends the sentence at an offset.
    package mutating func endSentence(at offset: Int) {
        guard sentenceStart >= 0 else { return }
        if sentenceCharacters > LongSentence.limit, sentenceWide * 2 > sentenceCharacters, !isQuote {
            find(LongSentence(characters: sentenceCharacters), sentenceStart..<min(offset, end))
        }
        if keepsSentences {
            sentences.append(
                ProseSentence(
                    bytes: sentenceStart..<min(offset, end), characters: characters, isQuote: isQuote, isHeading: isHeading))
        }
        sentenceStart = -1
    }

    // MARK: Kinds of characters

    @inline(__always)
    private mutating func scanKanji(_ byte: UInt8) {
        // 氏, 様, 社 and 株 alone begin or end something.
        if byte == 0xE6 || byte == 0xE7 { findKanjiInName() }
        take(3, isWide: true)
    }

    /// Looks for what 氏, 様, 社 or 株 may end or begin.
    package mutating func findKanjiInName() {
        if has(0xE6, 0xB0, 0x8F, at: index) || has(0xE6, 0xA7, 0x98, at: index) {
            findPersonalName(index..<index + 3)
        } else if has(0xE7, 0xA4, 0xBE, at: index) {
            findCompany(endingAt: index + 3)
        } else if has(0xE6, 0xA0, 0xAA, at: index) {
            findShortCompany()
        }
    }

    private mutating func scanKana() {
        guard index + 3 <= end else { return index = end }
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0x80 {
            switch third {
            case 0x80: return index += 3
            case 0x81: countComma(\.japanese)
            case 0x8C, 0x8E: openBrackets += 1
            case 0x8D, 0x8F: openBrackets -= 1
            case 0x82:
                take(3, isWide: true)
                return endSentence(at: index)
            default: break
            }
        } else if second == 0x82, third == 0x93, has(0xE3, 0x81, 0x95, at: index - 3) {
            findPersonalName(index - 3..<index + 3)
        } else if second >= 0x88, second <= 0x8F {
            return scanMachineDependent()
        }
        take(3, isWide: true)
    }

    /// Symbols, full-width forms and the rest of three bytes.
    private mutating func scanOther() {
        guard index + 3 <= end else { return index = end }
        let (first, second, third) = (bytes[index], bytes[index + 1], bytes[index + 2])
        if first == 0xE2, second >= 0x84, second <= 0x93 { return scanMachineDependent() }
        guard first == 0xEF else { return take(3, isWide: false) }
        switch (second, third) {
        case (0xBC, 0x8C): countComma(\.fullWidth)
        case (0xBC, 0x81), (0xBC, 0x9F):
            take(3, isWide: true)
            return endSentence(at: index)
        case (0xBC, 0xA0): findMailAddress(at: index..<index + 3)
        case (0xBC, 0x90): findPhoneNumber()
        case (0xBD, 0xA1...), (0xBE, ...0x9F): return scanHalfWidthKana()
        default: break
        }
        take(3, isWide: true)
    }

    private mutating func scanOutside() {
        if index + 4 <= end, MachineDependent.isOne(bytes, index, before: end) { return scanMachineDependent() }
        take(4, isWide: true)
    }

    private mutating func countComma(_ sort: WritableKeyPath<CommaCounts, CommaCounts.Count>) {
        guard openBrackets <= 0, !isQuote else { return }
        commas[keyPath: sort].add(at: index)
    }

    private mutating func scanASCII(_ byte: UInt8) {
        switch byte {
        case 0x0A:
            index += 1
            if isMarkdown { startLine() }
        case 0x20, 0x09: index += 1
        case UInt8(ascii: "0"):
            findPhoneNumber()
            take(1, isWide: false)
        case UInt8(ascii: "+"):
            findPhoneNumber()
            take(1, isWide: false)
        case UInt8(ascii: "@"):
            findMailAddress(at: index..<index + 1)
            take(1, isWide: false)
        case UInt8(ascii: ","):
            if isBetweenWide(at: index) { countComma(\.ascii) }
            take(1, isWide: false)
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            take(1, isWide: false)
            if index == end || bytes[index] == 0x20 || bytes[index] == 0x0A { endSentence(at: index) }
        case UInt8(ascii: ":") where index + 2 < end && bytes[index + 1] == 0x2F && bytes[index + 2] == 0x2F:
            skip(while: { $0 > 0x20 && $0 < 0x7F })
        default:
            if isMarkdown, skipMarkup(byte) { return }
            take(1, isWide: false)
        }
    }

    /// Whether a comma at an offset is between two Japanese characters.
    package func isBetweenWide(at offset: Int) -> Bool {
        guard offset > 0, bytes[offset - 1] & 0xC0 == 0x80 else { return false }
        var next = offset + 1
        while next < end, bytes[next] == 0x20 { next += 1 }
        return next < end && bytes[next] >= 0xE3
    }
}

extension ProseScanner {
    /// Goes on while bytes are of a kind.
    package mutating func skip(while isKind: (UInt8) -> Bool) {
        while index < end, isKind(bytes[index]) { index += 1 }
    }
}

/// A sentence without what is not read, such as addresses and the readings of ruby.
struct ProseSentence {
    let bytes: Range<Int>
    /// Where each of its characters is, without blanks.
    let characters: [Int]
    let isQuote: Bool
    let isHeading: Bool
}

/// What a rule of advice found in a text.
package struct ProseFinding {
    let problem: any AdviceRule
    let bytes: Range<Int>
}
