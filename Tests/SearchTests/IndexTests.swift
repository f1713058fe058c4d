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

    /// The index of texts in groups of a size.
    private static func postings(_ texts: [[UInt16]], groupSize: Int) -> Postings {
        let starts = Array(stride(from: 0, to: texts.count, by: groupSize))
        let groups = starts.map { start in
            var counter = BigramCounter()
            for (number, text) in texts[start..<min(start + groupSize, texts.count)].enumerated() {
                counter.beginCase(number)
                counter.add(text, weight: Impact.Weight.body)
                counter.endCase()
            }
            return PairCounts(counter)
        }
        let lengths = texts.map(\.count)
        let impact = Impact(meanLength: lengths.reduce(0, +) / texts.count)
        return Postings(groups, lengths: lengths, groupSize: groupSize, impact: impact)
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
        for shard in Self.shards(Self.postings(texts, groupSize: 1_000), size: 512) {
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
        counter.beginCase(0)
        let text = SearchText("就労支援を" + String(repeating: "実習", count: 1_000)).units
        counter.add(text, weight: Impact.Weight.body)
        counter.endCase()
        let occurrences = counter.withOccurrences(Array.init)
        let keys = occurrences.map { counter.slots[$0.slot].key }
        #expect(Set(keys).count == keys.count)
        let weights = Dictionary(zip(keys, occurrences.map(\.weight))) { first, _ in first }
        #expect(weights[UInt32(text[5]) << 16 | UInt32(text[6])] == 255)
        #expect(weights[UInt32(text[0]) << 16 | UInt32(text[1])] == Impact.Weight.body)
    }

    @Test func lastCharactersFormAPairWithTheSeparator() {
        let postings = Self.postings([Array("支援 就労".utf16)], groupSize: 1)
        let ends = postings.keys.filter { $0 & 0xFFFF == UInt32(SearchText.separator) }.map { $0 >> 16 }
        #expect(ends == "労援".utf16.map(UInt32.init).sorted())
    }

    @Test func theSizeOfGroupsChangesNothing() {
        let texts = Self.texts(700)
        let whole = Self.shards(Self.postings(texts, groupSize: 700), size: 1_024)
        for size in [90, 350, 512] {
            #expect(Self.shards(Self.postings(texts, groupSize: size), size: 1_024) == whole)
        }
    }

    /// A text that is counted in portions, with more pairs than the table has at first.
    @Test func aLongTextIsCountedWhole() {
        var draw = SeededGenerator()
        let text = (0..<200_000).map { _ in UInt16.random(in: 0x4E00..<0x5000, using: &draw) }
        var counter = BigramCounter()
        counter.beginCase(0)
        counter.add(text, weight: 1)
        #expect(counter.endCase() == text.count)
        var expected: [UInt32: Int] = [:]
        for (one, next) in zip(text, text.dropFirst() + [SearchText.separator]) {
            expected[UInt32(one) << 16 | UInt32(next), default: 0] += 1
        }
        let found = counter.withOccurrences { $0.map { (counter.slots[$0.slot].key, Int($0.weight)) } }
        #expect(Dictionary(found) { $0 + $1 } == expected.mapValues { min($0, 255) })
        #expect(PairCounts(counter).keys == expected.keys.sorted())
    }

    /// What is written for one pair is the same as the formula gives.
    @Test func impactsAreThoseOfTheFormula() {
        for saturation in stride(from: UInt32(77), to: 4_000, by: 31) {
            for occurrences in UInt8(1)...63 {
                let halves = 128 * Int(occurrences)
                let score = 2_200 * halves / (halves + Int(saturation))
                let expected: UInt32 = score < 1_200 ? 0 : score < 1_500 ? 1 : score < 1_800 ? 2 : 3
                #expect(Impact.impact(occurrences: occurrences, saturation: saturation) == expected)
            }
        }
    }

    /// A change of some lists changes the bounds of the shards near them only.
    @Test func boundsStayWhereNothingChanged() {
        let texts = Self.texts(2_000)
        var changed = texts
        changed[777] = SearchText("別の支援の記録、面談とジョブコーチ").units
        let (before, after) = (Self.postings(texts, groupSize: 512), Self.postings(changed, groupSize: 512))
        let starts = { (postings: Postings) in
            Set(IndexShard.bounds(of: postings, size: 512).map { postings.keys[$0.lowerBound] })
        }
        let (old, new) = (starts(before), starts(after))
        #expect(old.intersection(new).count * 10 >= old.count * 8)
    }

    @Test func longListsShareAShardWithFewOthers() {
        let texts = Self.texts(2_000)
        let postings = Self.postings(texts, groupSize: 1_000)
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
        for number in numbers { text.append(rice: number % 300, width: 3, then: 0b101, count: 3) }
        text.finish()
        var reader = BitTextReader(SearchScript.bytes(ofBits: text))
        #expect(numbers.map { _ in UInt32(reader.gamma()) } == numbers)
        #expect(numbers.map { _ in UInt32(reader.unary() << 3 | reader.number(3)) } == numbers.map { $0 % 300 })
        for number in numbers {
            #expect(UInt32(reader.unary() << 3 | reader.number(3)) == number % 300 && reader.number(3) == 0b101)
        }
    }
}
