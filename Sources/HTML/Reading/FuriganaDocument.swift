import Basics

/// Adds readings to the kanji of a page, as ruby: `<ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby>`.
///
/// - A block of text is read as a whole, also where emphasis or links are in it. Words do not reach across their ends, as in the Markdown
///   of the page (`MarkdownDocument.readableBlocks`). Links of the glossary and phrases of titles are not in the Markdown, so words do reach
///   across these; a word that contains such a link is one ruby, and one that contains only an end of it is read in parts.
/// - Ruby of the page stays. Code, scripts, texts in another language than Japanese, attributes and the head of the page get no readings.
/// - A text with ruby can become an element, `<bdi>`, so that a style sheet that arranges texts and elements as boxes (`display: flex`)
///   still finds one box. It is not `<span>`, because style sheets have rules for that.
/// - Everything else is copied byte for byte, except for addresses, which can get a prefix, and links of the head to other forms of the
///   page, such as feeds, which are left out.
///
/// The input is HTML that this program wrote from templates.
public struct FuriganaDocument {
    /// Elements inside of a block of text. All others end a block.
    private static let inlineElements: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input", "ins", "kbd",
        "mark", "q",
        "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ]
    private static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Elements whose text is not a part of the text around.
    private static let silentElements: Set<String> = [
        "head", "option", "rp", "rt", "script", "style", "svg", "textarea", "title",
    ]
    /// Elements whose text gets no readings.
    private static let readElements: Set<String> = ["code", "kbd", "pre", "ruby", "samp", "var"]
    private static let addressAttributes: [StaticString] = ["href", "src", "action", "poster", "data-root"]

    /// What the text of an element needs.
    private struct Mode {
        var isSilent = false
        var isRead = false
        var isForeign = false
        /// Whether words reach across the ends of the element.
        var isOpen = false
    }

    /// A change of the input. An insertion has an empty range.
    private struct Edit {
        let range: Range<Int>
        let bytes: [UInt8]
    }

    private let read: (ReadableText) -> [ReadingFinder.Found]
    private let prefix: (_ address: String) -> String?
    private let joinsTexts: Bool
    private let bytes: UnsafeBufferPointer<UInt8>
    private var output: [UInt8] = []
    /// How many bytes of the input are in the output.
    private var copied = 0
    private var open: [(name: String, mode: Mode)] = []
    private var edits: [Edit] = []

    // The current block.
    private var text = ReadableText()
    /// Where each character is in the input.
    private var starts: [Int] = []
    private var ends: [Int] = []
    private var tags: [(range: Range<Int>, isStart: Bool)] = []
    /// The offsets in the text of the ends of links and phrases that words reach across.
    private var seams: [Int] = []
    private var needsReadings = false
    /// The texts of the block, without space around.
    private var runs: [Range<Int>] = []

    /// Returns a page with readings.
    ///
    /// - Parameters:
    ///   - html: The page.
    ///   - read: Returns the words of a text with their readings.
    ///   - joinsTexts: Whether each text with ruby becomes an element.
    ///   - prefix: Returns what is put before an address; nil for nothing.
    /// - Complexity: O(length).
    public static func bytes(
        of html: UnsafeBufferPointer<UInt8>, read: (ReadableText) -> [ReadingFinder.Found],
        joinsTexts: Bool = false, prefix: (_ address: String) -> String? = { _ in nil }
    ) -> [UInt8] {
        withoutActuallyEscaping(read) { read in
            withoutActuallyEscaping(prefix) { prefix in
                var document = FuriganaDocument(html, read, joinsTexts, prefix)
                document.write()
                return document.output
            }
        }
    }

    private init(
        _ html: UnsafeBufferPointer<UInt8>, _ read: @escaping (ReadableText) -> [ReadingFinder.Found],
        _ joinsTexts: Bool, _ prefix: @escaping (String) -> String?
    ) {
        self.read = read
        self.joinsTexts = joinsTexts
        self.prefix = prefix
        bytes = html
        output.reserveCapacity(html.count * 2)
    }

    private var mode: Mode { open.last?.mode ?? Mode() }

    private mutating func write() {
        var reader = MarkupReader(bytes)
        var start = 0
        while let token = reader.next() {
            switch token {
            case .text(let range): append(range)
            case .start(let tag): self.start(tag, start..<reader.position, reader)
            case .end(let name): end(name, start..<reader.position)
            case .doctype: break
            }
            start = reader.position
        }
        finishBlock()
        copy(to: bytes.count)
    }

    // MARK: Elements

    private mutating func start(_ tag: MarkupReader.Tag, _ range: Range<Int>, _ reader: MarkupReader) {
        if tag.name == "link", reader.value(of: "rel", in: tag) == "alternate" {
            let isWholeLine = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "\n")
            edits.append(Edit(range: range.lowerBound..<range.upperBound + (isWholeLine ? 1 : 0), bytes: []))
            return
        }
        for attribute in tag.attributes {
            if let value = attribute.value { addPrefix(to: value, of: attribute.name, reader) }
        }
        var mode = mode
        mode.isOpen = false
        mode.isSilent = mode.isSilent || Self.silentElements.contains(tag.name)
        mode.isRead = mode.isRead || Self.readElements.contains(tag.name)
        if let language = reader.value(of: "lang", in: tag) {
            mode.isForeign = !(language == "ja" || language.hasPrefix("ja-"))
        }
        let isVoid = Self.voidElements.contains(tag.name) || tag.closesItself
        if !Self.inlineElements.contains(tag.name) {
            finishBlock()
        } else if !mode.isSilent {
            switch tag.name {
            case "wbr": mode.isOpen = true
            case "a": mode.isOpen = reader.value(of: "class", in: tag) == "glossary"
            case "span": mode.isOpen = reader.value(of: "class", in: tag) == "phrase"
            default: break
            }
            boundary(isOpen: mode.isOpen)
            if tag.name == "br" { append(UInt32(UInt8(ascii: " ")), range) }
            if !isVoid { tags.append((range, true)) }
        }
        if !isVoid { open.append((tag.name, mode)) }
    }

    private mutating func end(_ name: String, _ range: Range<Int>) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        let mode = open[index].mode
        open.removeSubrange(index...)
        if !Self.inlineElements.contains(name) {
            finishBlock()
        } else if !mode.isSilent {
            boundary(isOpen: mode.isOpen)
            tags.append((range, false))
        }
    }

    private mutating func boundary(isOpen: Bool) {
        if isOpen { seams.append(text.count) } else { text.appendBoundary() }
    }

    private mutating func addPrefix(to value: Range<Int>, of name: Range<Int>, _ reader: MarkupReader) {
        if Self.addressAttributes.contains(where: { reader.matches(name, $0) }) {
            // The root of the site has no address of its own on pages that are there.
            let address = value.isEmpty && reader.matches(name, "data-root") ? "./" : reader.string(value)
            if let prefix = prefix(address) {
                edits.append(Edit(range: value.lowerBound..<value.lowerBound, bytes: Array(prefix.utf8)))
            }
        } else if bytes[name].starts(with: "data-".utf8) {
            // Addresses of scripts, one after another.
            for word in bytes[value].split(separator: UInt8(ascii: " ")) {
                let address = String(decoding: word, as: UTF8.self)
                guard address.hasSuffix(".js"), let prefix = prefix(address) else { continue }
                edits.append(Edit(range: word.startIndex..<word.startIndex, bytes: Array(prefix.utf8)))
            }
        }
    }

    // MARK: Text

    private mutating func append(_ range: Range<Int>) {
        guard !mode.isSilent else { return }
        let isRead = mode.isRead || mode.isForeign
        if joinsTexts, !isRead {
            let start = bytes[range].firstIndex { $0 > 0x20 } ?? range.upperBound
            let end = bytes[range].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
            if start < end { runs.append(start..<end) }
        }
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            let start = index
            let scalar: UInt32
            if byte == UInt8(ascii: "&"), let reference = CharacterReferences.read(bytes, at: index) {
                scalar = reference.scalar.value
                index = reference.end
            } else {
                let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                let end = min(index + length, range.upperBound)
                var value = length == 1 ? UInt32(byte) : UInt32(byte) & (0x7F >> UInt32(length))
                index += 1
                while index < end {
                    value = value << 6 | UInt32(bytes[index] & 0x3F)
                    index += 1
                }
                scalar = value
            }
            if !isRead, scalar.isKanji { needsReadings = true }
            append(scalar, start..<index, isRead: isRead)
        }
    }

    private mutating func append(_ scalar: UInt32, _ range: Range<Int>, isRead: Bool = false) {
        text.append(scalar, isRead: isRead)
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
    }

    /// Adds the readings of the current block, and starts another one.
    private mutating func finishBlock() {
        if needsReadings {
            var found = read(text)
            if found.contains(where: { wholeElements($0.range) == nil }) { found = read(textWithSeams) }
            found = found.filter { wholeElements($0.range) != nil }
            let words = found.compactMap { wholeElements($0.range) }
            let joined = joinedRuns(words)
            for run in joined { insert(Self.openText, at: run.lowerBound) }
            for (word, range) in zip(found, words) {
                insert(Self.open, at: range.lowerBound)
                insert(Self.middle + Array(word.reading.utf8) + Self.close, at: range.upperBound)
            }
            for run in joined { insert(Self.closeText, at: run.upperBound) }
        }
        // Insertions at one position stay in order.
        for edit in edits.enumerated().sorted(by: {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }) {
            copy(to: edit.element.range.lowerBound)
            output += edit.element.bytes
            copied = max(copied, edit.element.range.upperBound)
        }
        edits.removeAll(keepingCapacity: true)
        guard text.count > 0 || !tags.isEmpty else { return }
        text = ReadableText()
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        seams.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        needsReadings = false
    }

    private mutating func insert(_ bytes: [UInt8], at position: Int) {
        edits.append(Edit(range: position..<position, bytes: bytes))
    }

    /// Returns the texts in which words have readings, except those that are one word, and those with a part of a word.
    private func joinedRuns(_ words: [Range<Int>]) -> [Range<Int>] {
        var next = words[...]
        return runs.filter { run in
            while let word = next.first, word.upperBound <= run.lowerBound { next.removeFirst() }
            let inside = next.prefix { $0.lowerBound < run.upperBound }
            guard let first = inside.first, let last = inside.last, first != run else { return false }
            return first.lowerBound >= run.lowerBound && last.upperBound <= run.upperBound
        }
    }

    /// Returns where a range of the text is in the input, with the tags around it whose other tags are inside; nil if an element of which one
    /// end is inside has more text outside.
    private func wholeElements(_ range: Range<Int>) -> Range<Int>? {
        var (start, end) = (starts[range.lowerBound], ends[range.upperBound - 1])
        guard !tags.isEmpty else { return start..<end }
        var (depth, opened) = (0, 0)
        for tag in tags where tag.range.lowerBound >= start && tag.range.lowerBound < end {
            depth += tag.isStart ? 1 : -1
            opened = max(opened, -depth)
        }
        let first = range.lowerBound > 0 ? ends[range.lowerBound - 1] : 0
        let last = range.upperBound < starts.count ? starts[range.upperBound] : bytes.count
        for tag in tags.reversed() where opened > 0 && tag.range.upperBound <= start && tag.range.lowerBound >= first {
            guard tag.isStart else { return nil }
            start = tag.range.lowerBound
            (opened, depth) = (opened - 1, depth + 1)
        }
        for tag in tags where depth > 0 && tag.range.lowerBound >= end && tag.range.upperBound <= last {
            guard !tag.isStart else { return nil }
            end = tag.range.upperBound
            depth -= 1
        }
        return opened == 0 && depth == 0 ? start..<end : nil
    }

    /// The text of the block in which words reach across nothing.
    private var textWithSeams: ReadableText {
        var divided = ReadableText()
        var next = seams[...]
        for index in 0..<text.count {
            while let seam = next.first, seam <= index {
                if seam == index { divided.appendBoundary() }
                next.removeFirst()
            }
            if text.isBoundary(index) { divided.appendBoundary() }
            divided.append(text.scalars[index], isRead: text.isRead(index))
        }
        return divided
    }

    private mutating func copy(to end: Int) {
        guard end > copied else { return }
        output += UnsafeBufferPointer(rebasing: bytes[copied..<end])
        copied = end
    }

    private static let open = Array("<ruby>".utf8)
    private static let openText = Array("<bdi>".utf8)
    private static let closeText = Array("</bdi>".utf8)
    private static let middle = Array("<rp>（</rp><rt>".utf8)
    private static let close = Array("</rt><rp>）</rp></ruby>".utf8)
}
