import Basics

/// Finds given words in texts: from left to right, the longest word at each position, without overlaps.
///
/// Characters that look like kanji, such as the radicals that PDFs have, count as these kanji.
///
/// A trie over UTF-8 bytes: each state is a row of a table with one column per byte that occurs in the words. A name that starts
/// or ends with a Latin letter or digit is found only where no other Latin letter or digit is next to it, and likewise for
/// katakana: AI is not found in MAIN, nor ケア in ケアマネジャー. A name that starts with a small letter is also found with a capital one,
/// as at the start of a sentence.
public struct WordFinder: Sendable {
    /// The end of the address that each word is linked to.
    let targets: [String]
    /// The column of each byte value; 0 for bytes that no word holds.
    private let columns: [UInt8]
    private let columnCount: Int
    /// The next state for each state and column; 0, the start, which is never a next state, if there is none.
    private var next: [Int32]
    /// The index of the word that ends at each state; -1 for none.
    private var words: [Int32] = [-1]
    /// One bit per code of ``start(at:in:)``, 1 where a name may start with such a character. So most positions are skipped
    /// without a look at the trie.
    private var starts = [UInt64](repeating: 0, count: 1_024)

    /// Creates a finder.
    ///
    /// - Parameters:
    ///   - names: The names of each word. If two words have the same name, the first one is found.
    ///   - targets: The end of the address that each word is linked to.
    /// - Complexity: O(bytes of all names × different bytes).
    public init(_ names: [[String]], targets: [String]) {
        self.targets = targets
        var columns = [UInt8](repeating: 0, count: 256)
        var count = 1
        let exact = names.map { $0.map(Self.folded) }
        // A name may also start a sentence. As it is written, it comes first.
        let names = exact + exact.map { $0.compactMap(Self.capitalized) }
        for byte in names.joined().map(\.utf8).joined() where columns[Int(byte)] == 0 {
            columns[Int(byte)] = UInt8(count)
            count += 1
        }
        self.columns = columns
        columnCount = count
        next = [Int32](repeating: 0, count: count)
        for (word, names) in names.enumerated() {
            for name in names where !name.isEmpty { insert(name, word % exact.count) }
        }
    }

    /// A name with a capital first letter; nil if it starts with no small letter.
    private static func capitalized(_ name: String) -> String? {
        guard let first = name.first, first.isLowercase else { return nil }
        return first.uppercased() + name.dropFirst()
    }

    /// A name as it is looked up: with kanji instead of characters that look like them.
    private static func folded(_ name: String) -> String {
        var name = name
        return name.withUTF8(LookalikeBytes.folded).map { String(decoding: $0, as: UTF8.self) } ?? name
    }

    private mutating func insert(_ name: String, _ word: Int) {
        var state = 0
        Array(name.utf8).withUnsafeBufferPointer { name in
            let start = Self.start(at: 0, in: name).code
            starts[start >> 6] |= 1 << UInt64(start & 63)
        }
        for byte in name.utf8 {
            let cell = state * columnCount + Int(columns[Int(byte)])
            if next[cell] == 0 {
                next[cell] = Int32(words.count)
                words.append(-1)
                next.append(contentsOf: repeatElement(0, count: columnCount))
            }
            state = Int(next[cell])
        }
        if words[state] < 0 { words[state] = Int32(word) }
    }

    /// Calls `found` with the range and the index of each word in a UTF-8 text.
    ///
    /// - Complexity: O(length × longest name); in practice little more than O(length).
    package func find(in text: UnsafeBufferPointer<UInt8>, found: (Range<Int>, Int) -> Void) {
        if let folded = LookalikeBytes.folded(text) {
            folded.withUnsafeBufferPointer { findExactly(in: $0, found: found) }
        } else {
            findExactly(in: text, found: found)
        }
    }

    private func findExactly(in text: UnsafeBufferPointer<UInt8>, found: (Range<Int>, Int) -> Void) {
        next.withUnsafeBufferPointer { next in
            starts.withUnsafeBufferPointer { starts in
                var index = 0
                while index < text.count {
                    index = Self.firstStart(from: index, in: text, starts)
                    guard index < text.count else { return }
                    let (code, length) = Self.start(at: index, in: text)
                    if starts[code >> 6] >> UInt64(code & 63) & 1 == 1, let (end, word) = longest(at: index, in: text, next) {
                        found(index..<end, word)
                        index = end
                    } else {
                        index += length
                    }
                }
            }
        }
    }

    /// The index of the next character that starts a word or has not three bytes, or of one of the last three bytes.
    @inline(__always)
    private static func firstStart(
        from start: Int, in text: UnsafeBufferPointer<UInt8>, _ starts: UnsafeBufferPointer<UInt64>
    ) -> Int {
        guard let base = UnsafeRawPointer(text.baseAddress) else { return start }
        var index = start
        while index + 4 <= text.count {
            let word = UInt32(littleEndian: base.loadUnaligned(fromByteOffset: index, as: UInt32.self))
            guard word & 0xF0 == 0xE0 else { break }
            // The code of `start(at:in:)`.
            let (first, second, third): (UInt32, UInt32, UInt32) = (word << 12 & 0xF000, word >> 2 & 0x0FC0, word >> 16 & 0x3F)
            let code = Int(first | second | third)
            guard starts[code >> 6] >> UInt64(code & 63) & 1 == 0 else { break }
            index += 3
        }
        return index
    }

    /// The longest word that starts at `start`, and its end; nil if there is none.
    private func longest(
        at start: Int, in text: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<Int32>
    ) -> (end: Int, word: Int)? {
        var found: (end: Int, word: Int)?
        var (state, index) = (0, start)
        while index < text.count {
            // Column 0 of a row has no next state.
            state = Int(next[state * columnCount + Int(columns[Int(text[index])])])
            guard state > 0 else { break }
            index += 1
            if words[state] >= 0, isWhole(start..<index, in: text) { found = (index, Int(words[state])) }
        }
        return found
    }

    /// A code of 16 bits for the character that starts at an index, which other characters may share, and its length in bytes.
    private static func start(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> (code: Int, length: Int) {
        let first = Int(text[index])
        guard first >= 0xE0, index + 2 < text.count else { return (first, 1) }
        return (first << 12 & 0xF000 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F), first < 0xF0 ? 3 : 1)
    }

    /// Whether a range does not cut through a run of Latin letters and digits, or of katakana.
    private func isWhole(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        joining(before: range.upperBound, in: text).map { $0 != joining(at: range.upperBound, in: text) } ?? true
            && joining(at: range.lowerBound, in: text).map { $0 != joining(before: range.lowerBound, in: text) } ?? true
    }

    /// A script in which adjacent letters belong to one word.
    private enum Script { case latin, katakana }

    private func joining(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Script? {
        guard index < text.count else { return nil }
        if text[index].isASCIIAlphanumeric || Self.startsAccented(text[index]) { return .latin }
        return index + 2 < text.count ? katakana(text[index], text[index + 1], text[index + 2]) : nil
    }

    private func joining(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> Script? {
        guard index > 0 else { return nil }
        if text[index - 1].isASCIIAlphanumeric || index > 1 && Self.startsAccented(text[index - 2]) { return .latin }
        return index >= 3 ? katakana(text[index - 3], text[index - 2], text[index - 1]) : nil
    }

    /// Whether a byte starts a letter from U+00C0 to U+024F, such as é.
    private static func startsAccented(_ byte: UInt8) -> Bool { (0xC3...0xC9).contains(byte) }

    /// The script of a UTF-8 sequence if it is katakana: U+30A1 to U+30FA and ー, but not the middle dot, which separates words.
    private func katakana(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Script? {
        guard first == 0xE3 else { return nil }
        return second == 0x82 && third >= 0xA1 || second == 0x83 && third != 0xBB ? .katakana : nil
    }
}

extension Tree {
    /// Calls `found` with the index of each word in a range of nodes, in text outside links, headings, images, code and ruby.
    func findWords(_ finder: WordFinder, in range: Range<Int>, found: (Int) -> Void) {
        text.withUnsafeBufferPointer { text in
            var index = range.lowerBound
            while index < range.upperBound {
                let node = nodes[index]
                switch node.kind {
                case .link, .image, .heading, .ruby:
                    index = Int(node.end)
                    continue
                case .text: finder.find(in: UnsafeBufferPointer(rebasing: text[node.text.range])) { found($1) }
                default: break
                }
                index += 1
            }
        }
    }
}
