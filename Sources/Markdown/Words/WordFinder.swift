/// Finds some words in texts: at each place the longest one, and none that overlaps one found before.
///
/// A trie over UTF-8 bytes, each state a row of a table with a column for each byte that the words hold. A name that starts or
/// ends in a Latin letter, a digit or a katakana is found only where no further one joins it: AI is not in MAIN, nor ケア in
/// ケアマネジャー.
public struct WordFinder: Sendable {
    /// What each word leads to, put behind the start of an address.
    let targets: [String]
    /// For each byte its column, 0 for those that no word holds.
    private let columns: [UInt8]
    private let columnCount: Int
    /// For each state and column the next state; 0, which nothing leads back to, where there is none.
    private var next: [Int32]
    /// For each state the word that ends there; -1 for none.
    private var words: [Int32] = [-1]
    /// A bit for each start of a character, 1 where some name may start with it, so that hardly any place is looked at twice.
    private var starts = [UInt64](repeating: 0, count: 1_024)

    /// Takes the names of each word. Of two words with one name, the first has it.
    public init(_ names: [[String]], targets: [String]) {
        self.targets = targets
        var columns = [UInt8](repeating: 0, count: 256)
        var count = 1
        for byte in names.joined().map(\.utf8).joined() where columns[Int(byte)] == 0 {
            columns[Int(byte)] = UInt8(count)
            count += 1
        }
        self.columns = columns
        columnCount = count
        next = [Int32](repeating: 0, count: count)
        for (word, names) in names.enumerated() {
            for name in names where !name.isEmpty { insert(name, word) }
        }
    }

    private mutating func insert(_ name: String, _ word: Int) {
        var state = 0
        Array(name.utf8).withUnsafeBufferPointer { name in
            let start = Self.start(at: 0, in: name).code
            starts[start >> 6] |= 1 << UInt64(start & 63)
        }
        for byte in name.utf8 {
            let place = state * columnCount + Int(columns[Int(byte)])
            if next[place] == 0 {
                next[place] = Int32(words.count)
                words.append(-1)
                next.append(contentsOf: repeatElement(0, count: columnCount))
            }
            state = Int(next[place])
        }
        if words[state] < 0 { words[state] = Int32(word) }
    }

    /// Tells of each word in a text with its place. O(length × longest name), in fact little more than O(length).
    func find(in text: UnsafeBufferPointer<UInt8>, found: (Range<Int>, Int) -> Void) {
        next.withUnsafeBufferPointer { next in
            starts.withUnsafeBufferPointer { starts in
                var place = 0
                while place < text.count {
                    let (code, length) = Self.start(at: place, in: text)
                    if starts[code >> 6] >> UInt64(code & 63) & 1 == 1, let (end, word) = longest(at: place, in: text, next) {
                        found(place..<end, word)
                        place = end
                    } else {
                        place += length
                    }
                }
            }
        }
    }

    /// The longest word that starts at a place, and where it ends.
    private func longest(
        at start: Int, in text: UnsafeBufferPointer<UInt8>, _ next: UnsafeBufferPointer<Int32>
    ) -> (end: Int, word: Int)? {
        var found: (end: Int, word: Int)?
        var (state, place) = (0, start)
        while place < text.count {
            // Column 0 of a row leads nowhere.
            state = Int(next[state * columnCount + Int(columns[Int(text[place])])])
            guard state > 0 else { break }
            place += 1
            if words[state] >= 0, isWhole(start..<place, in: text) { found = (place, Int(words[state])) }
        }
        return found
    }

    /// A number of 16 bits for the character that starts at a place, not of that character alone, and its length in bytes.
    private static func start(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> (code: Int, length: Int) {
        let first = Int(text[place])
        guard first >= 0xE0, place + 2 < text.count else { return (first, 1) }
        return (first << 12 & 0xF000 | Int(text[place + 1] & 0x3F) << 6 | Int(text[place + 2] & 0x3F), first < 0xF0 ? 3 : 1)
    }

    /// Whether letters of one script do not go on before or behind a stretch.
    private func isWhole(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        joining(before: range.upperBound, in: text).map { $0 != joining(at: range.upperBound, in: text) } ?? true
            && joining(at: range.lowerBound, in: text).map { $0 != joining(before: range.lowerBound, in: text) } ?? true
    }

    /// Scripts whose letters make one word where they stand side by side.
    private enum Script { case latin, katakana }

    private func joining(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Script? {
        guard place < text.count else { return nil }
        if text[place].isASCIIAlphanumeric { return .latin }
        return place + 2 < text.count ? katakana(text[place], text[place + 1], text[place + 2]) : nil
    }

    private func joining(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> Script? {
        guard place > 0 else { return nil }
        if text[place - 1].isASCIIAlphanumeric { return .latin }
        return place >= 3 ? katakana(text[place - 3], text[place - 2], text[place - 1]) : nil
    }

    /// U+30A1 to U+30FA and ー; not the middle dot, which parts words.
    private func katakana(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Script? {
        guard first == 0xE3 else { return nil }
        return second == 0x82 && third >= 0xA1 || second == 0x83 && third != 0xBB ? .katakana : nil
    }
}
