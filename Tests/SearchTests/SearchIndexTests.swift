import Basics
import CasebookModel
import Testing
import TestSupport

@testable import Search

/// The files of a search are the same whether or not parts of an earlier index are reused.
struct SearchIndexTests {
    /// The files of cases, of which some were changed.
    private struct Sources {
        var cases: [String: String] = [:]

        init(_ count: Int) {
            for number in 0..<count { cases[Self.id(number)] = Self.text(number) }
        }

        static func id(_ number: Int) -> String { "n\(10_000 + number)" }

        static func text(_ number: Int) -> String {
            let words = ["職場実習", "ジョブコーチ", "支援機関", "面談", "會社", "勉強会", "記録", "ヴァイオリン", "作業の手順", "家族"]
            let sentences = (0..<6).map {
                "\(words[(number * 7 + $0 * 3) % 10])と\(words[(number + $0) % 10])の\(number % 97)回目。"
            }
            return """
                ---
                title: \(words[number % 10])の事例\(number)
                category: \(number % 2 + 1)
                organization: \(number % 3 == 0 ? "企業" : "職安")
                ---

                ## 必要性・きっかけ

                \(sentences.prefix(3).joined())

                ## 取組・工夫の概要

                \(sentences.joined(separator: "\n\n"))

                """
        }

        var sorted: [(id: String, text: String)] { cases.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }

        func searchable() throws -> SearchableCases {
            var content = SmallCasebook()
            for path in content.files.keys where path.hasPrefix("cases/") { content = content.removing(path) }
            for (id, text) in cases { content = content.adding("cases/\(id).md", text) }
            let casebook = try #require(content.read(jobs: 2).casebook)
            let listed = casebook.cases.indices.filter { casebook.cases[$0].status == .published }
            return SearchableCases(casebook, cases: listed)
        }

        func isUnchanged(since old: Sources) -> (Int) -> Bool {
            let (before, after) = (old.sorted, sorted)
            return { $0 < before.count && before[$0] == after[$0] }
        }
    }

    private struct Change: Sendable {
        let name: String
        /// The most cases that may be counted again.
        let counted: Int
        let make: @Sendable (inout Sources) -> Void

        init(_ name: String, counted: Int, _ make: @escaping @Sendable (inout Sources) -> Void) {
            (self.name, self.counted, self.make) = (name, counted, make)
        }

        static func edit(_ number: Int, _ old: String, _ new: String) -> @Sendable (inout Sources) -> Void {
            { $0.cases[Sources.id(number)] = Sources.text(number).replacing(old, with: new) }
        }

        static let all = [
            Change("nothing", counted: 0) { _ in },
            Change("a word", counted: 1, edit(300, "回目", "回目の見学")),
            Change("a word of the last case", counted: 1, edit(559, "回目", "回目の見学")),
            Change("a title", counted: 1, edit(13, "の事例", "のよい事例")),
            Change("a term", counted: 1, edit(14, "category: 1", "category: 2")),
            Change("another form of a character", counted: 1, edit(14, "会社", "會社")),
            Change("no other form of a character", counted: 560) { sources in
                for (id, text) in sources.cases { sources.cases[id] = text.replacing("會社", with: "会社") }
            },
            Change("a text that is much longer", counted: 1) {
                $0.cases[Sources.id(5)] = Sources.text(5) + (0..<400).map { "\($0)つめの新しい段落。\n\n" }.joined()
            },
            Change("a text of few words", counted: 1, edit(6, "と", "、")),
            Change("a withdrawn case", counted: 1, edit(400, "---\n\n", "status: withdrawn\n---\n\n")),
            Change("many cases of a group", counted: 560) { sources in
                for number in 0..<300 { sources.cases[Sources.id(number)] = Sources.text(number).replacing("回目", with: "度目") }
            },
            Change("a new last case", counted: 1) { $0.cases[Sources.id(560)] = Sources.text(560) },
            Change("no last case", counted: 0) { $0.cases[Sources.id(559)] = nil },
            Change("a new case in the middle", counted: 561) { $0.cases[Sources.id(300) + "b"] = Sources.text(700) },
            Change("no case in the middle", counted: 560) { $0.cases[Sources.id(300)] = nil },
            Change("a whole group less", counted: 0) { sources in
                for number in 512..<560 { sources.cases[Sources.id(number)] = nil }
            },
        ]
    }

    private static let count = 560

    private func expectEqual(_ found: SearchFiles, _ expected: SearchFiles, _ name: String) {
        #expect(found.root == expected.root, "\(name): the root file")
        #expect(found.files.map(\.path) == expected.files.map(\.path), "\(name): the names")
        for (one, other) in zip(found.files, expected.files) where one.bytes != other.bytes {
            Issue.record("\(name): \(one.path) differs")
        }
    }

    @Test func changedCasesAreCountedAlone() throws {
        let old = Sources(Self.count)
        let before = SearchFiles(try old.searchable(), jobs: 2)
        let index = try #require(before.index)
        #expect(index.countedNow == Self.count && index.writtenNow == index.shards.count)
        let stored = try stored(index)
        for change in Change.all {
            var new = old
            change.make(&new)
            let searchable = try new.searchable()
            let fresh = SearchFiles(searchable, jobs: 2)
            for (previous, way, jobs) in [(index, "in memory", 1), (stored, "stored", 3)] {
                let files = SearchFiles(searchable, reusing: previous, isUnchanged: new.isUnchanged(since: old), jobs: jobs)
                expectEqual(files, fresh, "\(change.name), \(way), \(jobs) threads")
                #expect(files.index.map { $0.countedNow <= change.counted } == true, "\(change.name)")
            }
        }
    }

    /// An edit of a word writes few shards, and the names of most files stay.
    @Test func aWordChangesFewFiles() throws {
        let old = Sources(Self.count)
        let before = SearchFiles(try old.searchable(), jobs: 2)
        var new = old
        new.cases[Sources.id(300)] = Sources.text(300).replacing("家族", with: "兄弟")
        let after = SearchFiles(
            try new.searchable(), reusing: before.index, isUnchanged: new.isUnchanged(since: old), jobs: 2)
        let index = try #require(after.index)
        #expect(index.countedNow == 1 && index.writtenNow * 2 < index.shards.count)
        let added = Set(after.files.map(\.path)).subtracting(before.files.map(\.path))
        #expect(added.count { $0.contains("/t") } == 1 && added.count { $0.contains("/l") } == 1)
        #expect(added.count { $0.contains("/f") } == 0)
    }

    /// Several changes, one after the other, each with the index of the one before.
    @Test func changesFollowOneAnother() throws {
        var sources = Sources(Self.count)
        var index: SearchIndex?
        for (number, change) in Change.all.reversed().enumerated() {
            let old = sources
            change.make(&sources)
            let searchable = try sources.searchable()
            let files = SearchFiles(searchable, reusing: index, isUnchanged: sources.isUnchanged(since: old), jobs: 2)
            expectEqual(files, SearchFiles(searchable, jobs: 2), "\(number), \(change.name)")
            index = try number % 2 == 0 ? files.index : files.index.map { try stored($0, unlessUnchanged: true) }
        }
    }

    /// Few cases have no index, and the first index after few cases is complete.
    @Test func aroundTheLimit() throws {
        let (few, many) = (Sources(SearchFiles.smallSize), Sources(SearchFiles.smallSize + 1))
        #expect(SearchFiles(try few.searchable(), jobs: 2).index == nil)
        let index = try #require(SearchFiles(try many.searchable(), jobs: 2).index)
        let files = SearchFiles(try few.searchable(), reusing: index, isUnchanged: few.isUnchanged(since: many), jobs: 2)
        expectEqual(files, SearchFiles(try few.searchable(), jobs: 2), "few")
        #expect(files.files.count == 2)
    }

    private func stored(_ index: SearchIndex, unlessUnchanged: Bool = false) throws -> SearchIndex {
        guard let (counts, hash) = index.stored else { return index }
        let head = index.storedHead(inputs: index.entries.map(\.hash), settings: 7, counts: hash)
        let stored = try #require(SearchIndex.Stored(head) { counts })
        #expect(stored.settings == 7 && stored.inputs == index.entries.map(\.hash))
        return stored.index
    }

    @Test func damagedFilesAreNotUsed() throws {
        let sources = Sources(Self.count)
        let searchable = try sources.searchable()
        let fresh = SearchFiles(searchable, jobs: 2)
        let index = try #require(fresh.index)
        let (counts, hash) = try #require(index.stored)
        let head = index.storedHead(inputs: index.entries.map(\.hash), settings: 7, counts: hash)
        for position in stride(from: 0, to: head.count, by: max(1, head.count / 40)) {
            var damaged = head
            damaged[position] ^= 4
            #expect(SearchIndex.Stored(damaged) { counts } == nil)
            #expect(SearchIndex.Stored(Array(head[..<position])) { counts } == nil)
        }
        #expect(SearchIndex.Stored([]) { counts } == nil)
        // Counts are read when they are needed: here, for one changed case.
        var other = counts
        other[counts.count / 2] ^= 1
        let replaced = try #require(SearchFiles(try Sources(Self.count - 1).searchable(), jobs: 1).index?.stored).counts
        for damaged in [other, Array(counts.dropLast(8)), [], replaced, nil] {
            let stored = try #require(SearchIndex.Stored(head) { damaged })
            let files = SearchFiles(searchable, reusing: stored.index, isUnchanged: { $0 != 9 }, jobs: 2)
            expectEqual(files, fresh, "damaged counts")
            #expect(files.index?.countedNow == Self.count)
        }
    }

    /// Where no case has changed, no counts are read, and a missing shard is built again.
    @Test func nothingIsReadIfNothingChanged() throws {
        let searchable = try Sources(Self.count).searchable()
        let fresh = SearchFiles(searchable, jobs: 2)
        let index = try #require(fresh.index)
        let head = index.storedHead(
            inputs: [UInt64](repeating: 1, count: Self.count), settings: 7, counts: 1)
        let stored = try #require(
            SearchIndex.Stored(head) {
                Issue.record("the counts are read")
                return nil
            })
        let files = SearchFiles(searchable, reusing: stored.index, isUnchanged: { _ in true }, jobs: 2)
        #expect(files.index?.countedNow == 0 && files.index?.writtenNow == 0 && files.index?.stored == nil)
        expectEqual(files, fresh, "unchanged")
    }
}

extension SearchIndex {
    /// The content of the file with the counts, and its hash.
    fileprivate var stored: (counts: [UInt8], hash: UInt64)? {
        var counts: [UInt8] = []
        let hash = storeCounts { part in
            counts += part
            return true
        }
        return hash.map { (counts, $0) }
    }
}
