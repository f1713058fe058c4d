import Basics

/// Finds links, strong text, code and ruby in the text of a leaf that are written with full-width marks or with spaces too many.
///
/// Only text that CommonMark reads as text is searched: neither code nor escaped marks nor what is a link already. Each search
/// for a partner is limited, so that the time is proportional to the length.
struct InlineMarkFinder {
    /// Something that was meant as Markdown, in a range of the leaf.
    struct Found {
        let kind: MisreadMark.Kind
        let range: Range<Int>
        let replacement: String?
    }

    private let bytes: [UInt8]
    private(set) var found: [Found] = []
    /// Whether each byte is text that may be markup.
    private var isText: [Bool] = []
    /// The links found so far, in order.
    private var linkRanges: [Range<Int>] = []

    /// The most bytes of an address or of marked text.
    private static let limit = 300
    /// The largest number of bytes in the text of a link. Brackets around more were not meant as a link.
    private static let longestText = 1_200

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Finds links, code and ruby, before emphasis is paired again.
    mutating func find(in tokens: [InlineToken], links: [LinkDraft]) {
        isText = [Bool](repeating: false, count: bytes.count)
        for token in tokens where token.kind == .raw {
            for index in token.bytes.range { isText[index] = true }
        }
        findLinks()
        findImageMarks(tokens, links)
        findCode()
        findRuby()
    }

    /// Whether a byte is in a link that was found.
    func isInLink(_ offset: Int) -> Bool {
        let after = linkRanges.partitioningIndex { $0.lowerBound > offset }
        return after > 0 && linkRanges[after - 1].contains(offset)
    }

    // MARK: Links

    private mutating func findLinks() {
        var openers: [Int] = []
        var index = 0
        while index < bytes.count {
            guard isText[index] else {
                index += 1
                continue
            }
            if bytes[index] == UInt8(ascii: "[") || isWide(index, 0xBC, 0xBB) {
                openers.append(index)
            } else if bytes[index] == UInt8(ascii: "]") || isWide(index, 0xBC, 0xBD) {
                if let opener = openers.popLast(), let end = findLink(from: opener, closing: index) {
                    index = end
                    continue
                }
            }
            index += 1
        }
    }

    /// Finds the link whose text is between two brackets. Returns its end.
    private mutating func findLink(from opener: Int, closing: Int) -> Int? {
        let textStart = opener + length(opener)
        guard closing - textStart <= Self.longestText else { return nil }
        var open = closing + length(closing)
        let gap = open
        while open < bytes.count, open - gap < 9, let space = spaceLength(open), bytes[open] != 0x0A { open += space }
        guard open < bytes.count, isText[open], bytes[open] == UInt8(ascii: "(") || isWide(open, 0xBC, 0x88) else { return nil }
        let contentStart = open + length(open)
        var close = contentStart
        var depth = 0
        let end = min(bytes.count, contentStart + Self.limit)
        while close < end {
            if bytes[close] == 0x0A { return nil }
            if bytes[close] == UInt8(ascii: "(") { depth += 1 }
            if bytes[close] == UInt8(ascii: ")") || isWide(close, 0xBC, 0x89) {
                if depth == 0 { break }
                depth -= 1
            }
            close += 1
        }
        guard close < end, isText[close], !bytes[opener..<close].contains(0x0A) else { return nil }
        let after = close + length(close)
        let content = trimmed(string(contentStart..<close))
        let (address, title) = Self.divided(content)
        guard Self.isAddress(address) else { return nil }
        let isNarrow = [opener, closing, open, close].allSatisfy { bytes[$0] < 0x80 }
        let text = string(textStart..<closing)
        // [1] (https://…) is a reference as in papers.
        if isNarrow, open > gap, text.unicodeScalars.allSatisfy(\.isAnyDigit) { return nil }
        let hasSpaces = address.unicodeScalars.contains { $0.isASCIIMarkSpace }
        guard !isNarrow || open > gap || hasSpaces else { return nil }
        var start = opener
        let isImage: Bool
        if opener >= 1, bytes[opener - 1] == UInt8(ascii: "!"), isText[opener - 1] {
            isImage = true
            start = opener - 1
        } else if opener >= 3, isText[opener - 3], isWide(opener - 3, 0xBC, 0x81), Self.isImage(address) {
            isImage = true
            start = opener - 3
        } else {
            isImage = false
        }
        guard isImage || !text.isEmpty else { return nil }
        let written = (hasSpaces ? "<\(address)>" : address) + title
        linkRanges.append(start..<after)
        found.append(
            Found(
                kind: isNarrow && open == gap ? .addressWithSpaces(isImage: isImage) : .link(isImage: isImage),
                range: start..<after,
                replacement: (isImage ? "!" : "") + "[\(text)](\(written))"))
        return after
    }

    /// Finds links that were meant as images: `！[図](a.png)`.
    private mutating func findImageMarks(_ tokens: [InlineToken], _ links: [LinkDraft]) {
        for token in tokens where token.kind == .linkStart {
            let link = links[token.text.range.lowerBound]
            let start = link.range.lowerBound - 3
            guard !link.isImage, start >= 0, isText[start], isWide(start, 0xBC, 0x81) else { continue }
            let isImage = Self.isImage(link.destination)
            guard isImage || start == 0 || bytes[start - 1] == 0x0A else { continue }
            found.append(Found(kind: .link(isImage: true), range: start..<start + 3, replacement: isImage ? "!" : nil))
        }
    }

    /// Divides what is in parentheses into the address and a title with the space before it.
    private static func divided(_ content: String) -> (address: String, title: String) {
        guard content.last == "\"", let quote = content.firstRange(of: " \"") else { return (content, "") }
        return (String(content[..<quote.lowerBound]), String(content[quote.lowerBound...]))
    }

    private static let schemes = ["http://", "https://", "mailto:", "tel:", "www.", "./", "../"]
    private static let images = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg", ".heic"]
    private static let endings = [".md", ".html", ".htm", ".pdf", ".csv", ".docx", ".xlsx", ".pptx"] + images

    /// Whether a text looks like an address: a web address, or the name of a file.
    private static func isAddress(_ text: String) -> Bool {
        guard !text.isEmpty, !text.contains(where: { "<>。、".contains($0) }) else { return false }
        let lower = text.lowercased()
        if schemes.contains(where: lower.hasPrefix) { return true }
        if lower.hasPrefix("#") {
            return lower.count > 1 && !lower.contains(where: \.isWhitespace) && !lower.dropFirst().allSatisfy(\.isNumber)
        }
        let path = lower.prefix { $0 != "#" && $0 != "?" }
        return endings.contains { path.hasSuffix($0) && path.utf8.count > $0.utf8.count }
    }

    private static func isImage(_ address: String) -> Bool {
        images.contains { address.lowercased().hasSuffix($0) }
    }

    // MARK: Code and ruby

    private mutating func findCode() {
        var open: Int?
        for index in bytes.indices where isText[index] && isWide(index, 0xBD, 0x80) {
            // (´｀) is a face.
            if index >= 2, bytes[index - 2] == 0xC2, bytes[index - 1] == 0xB4 { return }
            guard let start = open else {
                open = index
                continue
            }
            open = nil
            let content = string(start + 3..<index)
            guard !content.isEmpty, content.utf8.count <= Self.limit, !content.contains("\n"), !content.contains("`") else {
                continue
            }
            found.append(Found(kind: .code, range: start..<index + 3, replacement: "`\(content)`"))
        }
    }

    private mutating func findRuby() {
        for index in bytes.indices where isText[index] {
            guard bytes[index] == UInt8(ascii: "{") || isWide(index, 0xBD, 0x9B) else { continue }
            let contentStart = index + length(index)
            var close = contentStart
            let end = min(bytes.count, contentStart + 120)
            while close < end, bytes[close] != UInt8(ascii: "}"), !isWide(close, 0xBD, 0x9D), bytes[close] != 0x0A {
                close += 1
            }
            guard close < end, bytes[close] != 0x0A, isText[contentStart..<close].allSatisfy({ $0 }) else { continue }
            let content = string(contentStart..<close)
            let parts = content.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
            let isNarrow = bytes[index] < 0x80 && bytes[close] < 0x80 && !content.contains("｜")
            guard !isNarrow, parts.count > 1, let base = parts.first, base.contains(where: { $0.isKanaOrKanji }),
                parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isKana) })
            else { continue }
            let text = parts.map { String($0) }.joined(separator: "|")
            found.append(Found(kind: .ruby, range: index..<close + length(close), replacement: "{\(text)}"))
        }
    }

    // MARK: Strong text

    /// Finds strong text with full-width stars or with spaces inside, after emphasis has been paired.
    mutating func findStrong(in tokens: [InlineToken]) {
        guard bytes.contains(UInt8(ascii: "*")) || bytes.contains(0x8A) else { return }
        var isFree = [Bool](repeating: false, count: bytes.count)
        for token in tokens where token.kind == .raw || token.kind == .literal && token.bytes.range.count == 1 {
            for index in token.bytes.range { isFree[index] = true }
        }
        let runs = freeRuns(isFree)
        var index = 0
        while index < runs.count {
            let open = runs[index]
            if index + 1 < runs.count, reportStrong(open, runs[index + 1]) {
                index += 2
                continue
            }
            reportUnpaired(open, isLast: index + 1 == runs.count)
            index += 1
        }
    }

    /// The runs of exactly two stars of any width that are not paired.
    private func freeRuns(_ isFree: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            guard isStar(index) else {
                index += 1
                continue
            }
            let start = index
            var count = 0
            var isAllFree = true
            while index < bytes.count, isStar(index) {
                isAllFree = isAllFree && isFree[index]
                index += length(index)
                count += 1
            }
            if count == 2, isAllFree { runs.append(start..<index) }
        }
        return runs
    }

    private mutating func reportStrong(_ open: Range<Int>, _ close: Range<Int>) -> Bool {
        let inner = string(open.upperBound..<close.lowerBound)
        let text = trimmed(inner)
        guard !text.isEmpty, inner.utf8.count <= Self.limit, !inner.contains("\n") else { return false }
        // Stars inside belong to other pairs.
        if inner.contains("*") || inner.contains("＊") { return false }
        let isWide = bytes[open.lowerBound] >= 0x80 || bytes[close.lowerBound] >= 0x80
        if isWide {
            // ＊＊市の＊＊さん hides names.
            guard !hidesName(after: open.upperBound), !hidesName(after: close.upperBound) else { return false }
        } else {
            guard inner != text, inner.unicodeScalars.contains(where: { !$0.isASCII }) else { return false }
        }
        found.append(Found(kind: .strong, range: open.lowerBound..<close.upperBound, replacement: "**\(text)**"))
        return true
    }

    /// Whether a word follows that comes after a hidden name.
    private func hidesName(after offset: Int) -> Bool {
        let next = string(offset..<min(offset + 12, bytes.count))
        return ["市", "区", "町", "村", "県", "郡", "さん", "氏", "様", "君", "社", "株式", "病院", "会社", "学校", "大学", "駅", "支店"].contains {
            next.hasPrefix($0)
        }
    }

    private mutating func reportUnpaired(_ run: Range<Int>, isLast: Bool) {
        guard isLast, bytes[run.lowerBound] < 0x80 else { return }
        let before = string(max(0, run.lowerBound - 4)..<run.lowerBound).unicodeScalars.last
        let after = string(run.upperBound..<min(run.upperBound + 4, bytes.count)).unicodeScalars.first
        // 0.45** marks a figure, and 2 ** 3 is a formula.
        let isBesideText = [before, after].contains { $0?.isKanaOrKanji == true }
        guard isBesideText, before.map({ $0.isASCII && $0.properties.isAlphabetic || $0.isAnyDigit }) != true,
            !hidesName(after: run.upperBound)
        else { return }
        found.append(Found(kind: .unpairedStrong, range: run, replacement: nil))
    }

    // MARK: Bytes

    private func isStar(_ index: Int) -> Bool { bytes[index] == UInt8(ascii: "*") || isWide(index, 0xBC, 0x8A) }

    /// Whether the full-width character U+FFxx with these last two bytes is at an index.
    private func isWide(_ index: Int, _ second: UInt8, _ third: UInt8) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == second && bytes[index + 2] == third
    }

    private func length(_ index: Int) -> Int {
        bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : bytes[index] < 0xF0 ? 3 : 4
    }

    /// The length of the space at an index; nil if there is none.
    private func spaceLength(_ index: Int) -> Int? {
        if bytes[index].isSpaceOrTab { return 1 }
        let isIdeographic =
            index + 2 < bytes.count && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
        return isIdeographic ? 3 : nil
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[min(range.lowerBound, range.upperBound)..<range.upperBound], as: UTF8.self)
    }

    private func trimmed(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)[...]
        while scalars.first?.isMarkSpace == true || scalars.first == "\n" { scalars.removeFirst() }
        while scalars.last?.isMarkSpace == true || scalars.last == "\n" { scalars.removeLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension Unicode.Scalar {
    /// Whether this is a letter of kana, `ー` or `・`.
    fileprivate var isKana: Bool { (0x3041...0x3096).contains(value) || (0x30A1...0x30FE).contains(value) }
}
