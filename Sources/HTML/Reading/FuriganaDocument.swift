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
    /// What is known of an element by its name.
    private struct Kind: OptionSet {
        let rawValue: UInt8
        /// It is inside of a block of text. All others end a block.
        static let inline = Kind(rawValue: 1)
        static let void = Kind(rawValue: 2)
        /// Its text is not a part of the text around.
        static let silent = Kind(rawValue: 4)
        /// Its text gets no readings.
        static let read = Kind(rawValue: 8)
    }

    private static let kinds: [String: Kind] = {
        let names: [(Kind, [String])] = [
            (
                .inline,
                [
                    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "input",
                    "ins",
                    "kbd", "mark", "q", "ruby", "rb", "rt", "rp", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
                    "u",
                    "var", "wbr",
                ]
            ),
            (
                .void,
                ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
            ),
            (.silent, ["head", "option", "rp", "rt", "script", "style", "svg", "textarea", "title"]),
            (.read, ["code", "kbd", "pre", "ruby", "samp", "var"]),
        ]
        var kinds: [String: Kind] = [:]
        for (kind, names) in names { for name in names { kinds[name, default: []].insert(kind) } }
        return kinds
    }()
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

    /// A part of the current block.
    private enum Part {
        case text(Range<Int>, isRead: Bool)
        /// A line break.
        case space(Range<Int>)
        /// An end of an element; words reach across those that are open.
        case boundary(isOpen: Bool)
    }

    private let read: (ReadableText) -> [ReadingFinder.Found]
    private let prefix: (_ address: String) -> String?
    private let joinsTexts: Bool
    private let bytes: UnsafeBufferPointer<UInt8>
    private var output: [UInt8] = []
    /// How many bytes of the input are in the output.
    private var copied = 0
    private var open: [(name: String, mode: Mode)] = []
    /// The changes of tags in the current block, in order.
    private var edits: [Edit] = []
    private var cache: FuriganaCache

    // The current block.
    private var parts: [Part] = []
    private var tags: [(range: Range<Int>, isStart: Bool)] = []
    /// Where it is in the input; nil before its first part.
    private var block: Range<Int>?
    /// What the elements around it say: 1 if its text gets no readings, 2 if it is in another language.
    private var context: UInt8 = 0
    /// Whether there may be a kanji that needs a reading.
    private var needsReadings = false

    // The text of a block that is read.
    private var text = ReadableText()
    /// Where each character is in the input.
    private var starts: [Int] = []
    private var ends: [Int] = []
    /// The offsets in the text of the ends of links and phrases that words reach across.
    private var seams: [Int] = []
    /// The texts of the block, without space around.
    private var runs: [Range<Int>] = []

    /// Returns a page with readings.
    ///
    /// - Parameters:
    ///   - html: The page.
    ///   - read: Returns the words of a text with their readings.
    ///   - joinsTexts: Whether each text with ruby becomes an element.
    ///   - cache: What was found in blocks of other pages with the same `read` and `joinsTexts`.
    ///   - prefix: Returns what is put before an address; nil for nothing.
    /// - Complexity: O(length).
    public static func bytes(
        of html: UnsafeBufferPointer<UInt8>, read: (ReadableText) -> [ReadingFinder.Found],
        joinsTexts: Bool = false, cache: inout FuriganaCache, prefix: (_ address: String) -> String? = { _ in nil }
    ) -> [UInt8] {
        withoutActuallyEscaping(read) { read in
            withoutActuallyEscaping(prefix) { prefix in
                var document = FuriganaDocument(html, read, joinsTexts, cache, prefix)
                cache = FuriganaCache()
                document.write()
                cache = document.cache
                return document.output
            }
        }
    }

    private init(
        _ html: UnsafeBufferPointer<UInt8>, _ read: @escaping (ReadableText) -> [ReadingFinder.Found],
        _ joinsTexts: Bool, _ cache: FuriganaCache, _ prefix: @escaping (String) -> String?
    ) {
        self.read = read
        self.joinsTexts = joinsTexts
        self.cache = cache
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
        let kind = Self.kinds[tag.name] ?? []
        var mode = mode
        mode.isOpen = false
        mode.isSilent = mode.isSilent || kind.contains(.silent)
        mode.isRead = mode.isRead || kind.contains(.read)
        if let language = reader.value(of: "lang", in: tag) {
            mode.isForeign = !(language == "ja" || language.hasPrefix("ja-"))
        }
        let isVoid = kind.contains(.void) || tag.closesItself
        if !kind.contains(.inline) {
            finishBlock()
        } else if !mode.isSilent {
            switch tag.name {
            case "wbr": mode.isOpen = true
            case "a": mode.isOpen = reader.value(of: "class", in: tag) == "glossary"
            case "span": mode.isOpen = reader.value(of: "class", in: tag) == "phrase"
            default: break
            }
            extendBlock(to: range)
            parts.append(.boundary(isOpen: mode.isOpen))
            if tag.name == "br" { parts.append(.space(range)) }
            if !isVoid { tags.append((range, true)) }
        }
        if !isVoid { open.append((tag.name, mode)) }
    }

    private mutating func end(_ name: String, _ range: Range<Int>) {
        guard let index = open.lastIndex(where: { $0.name == name }) else { return }
        let mode = open[index].mode
        open.removeSubrange(index...)
        if !(Self.kinds[name] ?? []).contains(.inline) {
            finishBlock()
        } else if !mode.isSilent {
            extendBlock(to: range)
            parts.append(.boundary(isOpen: mode.isOpen))
            tags.append((range, false))
        }
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

    private mutating func extendBlock(to range: Range<Int>) {
        if let block {
            self.block = block.lowerBound..<range.upperBound
        } else {
            block = range
            context = (mode.isRead ? 1 : 0) | (mode.isForeign ? 2 : 0)
        }
    }

    private mutating func append(_ range: Range<Int>) {
        guard !mode.isSilent else { return }
        extendBlock(to: range)
        let isRead = mode.isRead || mode.isForeign
        parts.append(.text(range, isRead: isRead))
        // The first byte of every kanji, and what another way to write one starts with.
        if !isRead, !needsReadings {
            needsReadings = bytes[range].contains { $0 >= 0xE2 || $0 == UInt8(ascii: "&") }
        }
    }

    /// Reads the parts of the block as a text.
    private mutating func readParts() {
        text.removeAll()
        starts.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        seams.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        for part in parts {
            switch part {
            case .text(let range, let isRead): append(range, isRead: isRead)
            case .space(let range): append(UInt32(UInt8(ascii: " ")), range)
            case .boundary(let isOpen):
                if isOpen { seams.append(text.count) } else { text.appendBoundary() }
            }
        }
    }

    private mutating func append(_ range: Range<Int>, isRead: Bool) {
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
        var insertions: [FuriganaCache.Insertion] = []
        if needsReadings, let block {
            let key = FuriganaCache.Key(UnsafeBufferPointer(rebasing: bytes[block]), context: context)
            if let known = cache[key] {
                insertions = known
            } else {
                insertions = readings(from: block.lowerBound)
                cache.keep(insertions, for: key)
            }
        }
        let start = block?.lowerBound ?? 0
        var next = edits[...]
        for insertion in insertions {
            let position = start + insertion.offset
            while let edit = next.first, edit.range.lowerBound <= position {
                apply(edit)
                next.removeFirst()
            }
            copy(to: position)
            output += insertion.bytes
        }
        for edit in next { apply(edit) }
        edits.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        block = nil
        needsReadings = false
    }

    private mutating func apply(_ edit: Edit) {
        copy(to: edit.range.lowerBound)
        output += edit.bytes
        copied = max(copied, edit.range.upperBound)
    }

    /// Returns what is inserted into the current block, in order, by its offsets from a byte of the input.
    private mutating func readings(from start: Int) -> [FuriganaCache.Insertion] {
        readParts()
        guard text.needsReadings else { return [] }
        var found = read(text)
        if found.contains(where: { wholeElements($0.range) == nil }) { found = read(textWithSeams) }
        found = found.filter { wholeElements($0.range) != nil }
        let words = found.compactMap { wholeElements($0.range) }
        let joined = joinedRuns(words)
        var insertions = joined.map { FuriganaCache.Insertion(offset: $0.lowerBound - start, bytes: Self.openText) }
        for (word, range) in zip(found, words) {
            insertions.append(.init(offset: range.lowerBound - start, bytes: Self.open))
            insertions.append(
                .init(offset: range.upperBound - start, bytes: Self.middle + Array(word.reading.utf8) + Self.close))
        }
        for run in joined { insertions.append(.init(offset: run.upperBound - start, bytes: Self.closeText)) }
        // Insertions at one position stay in order.
        return insertions.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
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
