import Testing

@testable import Search

/// Reads the index of generated texts back and compares it with a plain search through the texts.
struct IndexTests {
    /// Generates the same numbers every time.
    private struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64 = 0x2545_F491_4F6C_DD1D

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static func texts(_ count: Int) -> [[UInt16]] {
        var draw = SeededGenerator()
        let letters = Array("支援就労障害者雇用職場実習本人企業のをにはした ジョブコーチ𠮟a1")
        return (0..<count).map { _ in
            let length = Int.random(in: 0...80, using: &draw)
            return SearchText(String((0..<length).compactMap { _ in letters.randomElement(using: &draw) })).units
        }
    }

    private static func postings(_ texts: [[UInt16]], parts: Int) -> Postings {
        let bounds = (0...parts).map { $0 * texts.count / parts }
        let counts = (0..<parts).map { part in
            var counter = BigramCounter()
            for text in texts[bounds[part]..<bounds[part + 1]] {
                counter.beginCase()
                counter.add(text[...], weight: Impact.Weight.body)
                counter.endCase()
            }
            return PairCounts(counter)
        }
        return Postings(counts, first: Array(bounds.dropLast()))
    }

    private static func shards(_ postings: Postings, size: Int) -> [[UInt8]] {
        IndexShard.bounds(of: postings, size: size).map { IndexShard.bytes(of: postings, pairs: $0) }
    }

    private static func contains(_ text: [UInt16], _ word: ArraySlice<UInt16>) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }

    @Test(arguments: [300, 2_000])
    func everyWordOfATextIsFound(count: Int) {
        let texts = Self.texts(count)
        var lists: [UInt32: [(number: Int, impact: Int)]] = [:]
        for shard in Self.shards(Self.postings(texts, parts: 2), size: 512) {
            var reader = BitTextReader(shard)
            lists.merge(reader.shard()) { first, _ in first }
        }
        var draw = SeededGenerator(state: 7)
        for _ in 0..<200 {
            guard let text = texts.randomElement(using: &draw), text.count > 8 else { continue }
            let start = Int.random(in: 0..<text.count - 7, using: &draw)
            let word = text[start..<start + Int.random(in: 2...6, using: &draw)]
            let pairs = zip(word, word.dropFirst()).filter { $0.0 != SearchText.separator }
            let keys = pairs.map { UInt32($0.0) << 16 | UInt32($0.1) }
            let expected = Set(texts.indices.filter { Self.contains(texts[$0], word) })
            let found = keys.map { key in Set((lists[key] ?? []).map(\.number)) }
                .reduce(Set(texts.indices)) { $0.intersection($1) }
            #expect(found.isSuperset(of: expected))
            if word.count == 2, keys.count == 1 { #expect(found == expected) }
        }
    }

    /// The number of occurrences in a case is stored in eight bits.
    @Test func manyOccurrencesCountAsTheLargestNumber() {
        var counter = BigramCounter()
        counter.beginCase()
        let text = SearchText("就労支援を" + String(repeating: "実習", count: 1_000)).units
        counter.add(text[...], weight: Impact.Weight.body)
        counter.endCase()
        let keys = counter.occurrences.map { counter.keys[$0.pair] }
        #expect(Set(keys).count == keys.count)
        let weights = Dictionary(zip(keys, counter.occurrences.map(\.weight))) { first, _ in first }
        #expect(weights[UInt32(text[5]) << 16 | UInt32(text[6])] == 255)
        #expect(weights[UInt32(text[0]) << 16 | UInt32(text[1])] == Impact.Weight.body)
    }

    @Test func lastCharactersFormAPairWithTheSeparator() {
        let postings = Self.postings([Array("支援 就労".utf16)], parts: 1)
        let ends = postings.keys.filter { $0 & 0xFFFF == UInt32(SearchText.separator) }.map { $0 >> 16 }
        #expect(ends == "労援".utf16.map(UInt32.init).sorted())
    }

    @Test func theNumberOfPartsChangesNothing() {
        let texts = Self.texts(700)
        let whole = Self.shards(Self.postings(texts, parts: 1), size: 1_024)
        for parts in [2, 3, 8] {
            #expect(Self.shards(Self.postings(texts, parts: parts), size: 1_024) == whole)
        }
    }

    @Test func longListsShareAShardWithFewOthers() {
        let texts = Self.texts(2_000)
        let postings = Self.postings(texts, parts: 2)
        let sizes = Self.shards(postings, size: 256).map(\.count)
        #expect(sizes.filter { $0 > 512 }.count * 2 < sizes.count)
        let bounds = IndexShard.bounds(of: postings, size: 256)
        #expect(bounds.first?.lowerBound == 0 && bounds.last?.upperBound == postings.keys.count)
        #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }

    @Test func moreOccurrencesHaveAHigherImpact() {
        let impact = Impact(meanLength: 500)
        let saturation = impact.saturation(length: 500)
        let impacts = (1...40).map { Impact.impact(occurrences: $0, saturation: saturation) }
        #expect(impacts == impacts.sorted() && impacts.first == 0 && impacts.last == 3)
        let short = Impact.impact(occurrences: 2, saturation: impact.saturation(length: 50))
        #expect(short >= Impact.impact(occurrences: 2, saturation: impact.saturation(length: 5_000)))
    }

    @Test func numbersAreReadAsTheyWereWritten() {
        var text = BitText()
        let numbers: [UInt32] = [1, 2, 3, 7, 8, 100, 65_535, 4_000_000]
        for number in numbers { text.append(gamma: number) }
        for number in numbers { text.append(rice: number % 300, width: 3) }
        text.finish()
        var reader = BitTextReader(SearchScript.bytes(ofBits: text))
        #expect(numbers.map { _ in UInt32(reader.gamma()) } == numbers)
        #expect(numbers.map { _ in UInt32(reader.unary() << 3 | reader.number(3)) } == numbers.map { $0 % 300 })
    }
}
