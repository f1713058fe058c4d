import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Synchronization
import TestSupport
import Testing

/// A reading that takes up an earlier one gives the same casebook and the same diagnostics as a reading from nothing.
@Suite struct KeptReadingTests {
    private struct Outcome {
        let casebook: Casebook?
        let diagnostics: [Diagnostic]
        let kept: KeptReading?
        /// The files that were read at once, and those that were read when somebody asked for them.
        let read: Set<String>
        let late: @Sendable () -> [String]
    }

    /// Reads a folder and takes up what was kept of an earlier reading, which goes through bytes as between two runs.
    private func read(
        _ collection: SmallCasebook, after kept: KeptReading?, basis: UInt64 = 1, stamp: UInt64 = 1
    ) -> Outcome {
        let paths = collection.files.keys.sorted()
        let read = Mutex<[String]>([])
        let late = LateReads()
        let hashes = paths.map { ContentHash(collection.files[$0] ?? []).value }
        let keeper = ReadingKeeper(kept.flatMap { KeptReading($0.bytes) }, basis: basis) { index in
            late.paths.withLock { $0.append(paths[index]) }
            return collection.files[paths[index]] ?? []
        }
        let reading = CasebookReader.read(
            paths: paths.map { "content/\($0)" }, images: collection.images, includingDrafts: true, jobs: 2,
            continuing: keeper, stamps: hashes.map { ($0 &+ stamp) | 1 }
        ) { (index) throws(Never) in
            read.withLock { $0.append(paths[index]) }
            return collection.files[paths[index]] ?? []
        }
        return Outcome(
            casebook: reading.casebook, diagnostics: reading.diagnostics, kept: keeper.reading(hashes: hashes),
            read: read.withLock { Set($0) }, late: { late.paths.withLock { $0 } })
    }

    private final class LateReads: Sendable {
        let paths = Mutex<[String]>([])
    }

    /// Everything in a case that a page can show.
    private func contents(_ casebook: Casebook?) -> [String] {
        (casebook?.cases ?? []).map { entry in
            let targets = entry.body.targets.map { "\($0)→\($1)" }.sorted()
            return "\(entry.facts) \(entry.yomi ?? "") \(entry.summary ?? "") \(entry.reviewBy?.iso ?? "") \(entry.related) "
                + "\(entry.withdrawalReason ?? "") \(entry.values) "
                + "\(entry.sections) \(entry.body.document.plainText()) \(targets)"
        }
    }

    private let start = SmallCasebook().withFields.withLines("members: 12\nwheelchair: はい\nplace: 北区\nform: form.pdf")
        .replacing("工夫しました。\n", with: "工夫しました。\n\n### 道具\n\n①の道具です。[表](#道具)\n", in: "cases/c001.md")
        .replacing(
            "category: 就労", with: "aliases: [old/one.html]\nsummary: 要約。\nwithdrawn: 古いため。\ncategory: 就労", in: "cases/c001.md"
        )
        .replacing("工夫しました。", with: "[道具](c001.md#道具)を工夫しました。", in: "cases/c002.md")

    @Test(arguments: [
        ("words", "cases/c001.md", "①の道具です。", "②の道具です。", true), ("a summary", "cases/c001.md", "要約。", "別の要約。", true),
        ("a number", "cases/c001.md", "members: 12", "members: 13.5", true),
        ("another number", "cases/c002.md", "published: ", "members: -1\npublished: ", true),
        ("a text", "cases/c001.md", "北区", "南区", true), ("an answer", "cases/c001.md", "はい", "いいえ", true),
        ("no document", "cases/c001.md", "form: form.pdf\n", "", false),
        ("a document", "cases/c002.md", "published: ", "form: form.pdf\npublished: ", false),
        ("advice", "cases/c002.md", "工夫しました。", "③から⑤を工夫しました。", true),
        ("a dead link", "cases/c002.md", "工夫しました。", "[工夫](c009.md)しました。", true),
        ("a title", "cases/c001.md", "title: 一つ目", "title: 新しい", false),
        ("an old address", "cases/c001.md", "old/one", "old/two", false),
        ("a heading that is linked to", "cases/c001.md", "### 道具", "### 道", false),
        ("a withdrawal", "cases/c001.md", "summary: ", "status: withdrawn\nsummary: ", false),
        ("a term", "cases/c002.md", "category: 2", "category: 1", false),
        ("a page", "pages/about.md", "集めました。", "たくさん集めました。", false),
        ("a setting", "casebook.yml", "title: ", "title: 新しい", false),
    ])
    func editsGiveTheSameAsAReadingFromNothing(name: String, file: String, old: String, new: String, isKept: Bool) throws {
        let edited = start.replacing(old, with: new, in: file)
        try #require(edited.files != start.files, "\(name)")
        let first = read(start, after: nil)
        #expect(first.read.count == start.files.count)
        var kept = first.kept
        for collection in [start, edited, start, edited, edited] {
            let next = read(collection, after: kept)
            let fresh = collection.read(includingDrafts: true)
            #expect(next.diagnostics == fresh.diagnostics, "\(name)")
            #expect(contents(next.casebook) == contents(fresh.casebook), "\(name)")
            #expect(next.casebook?.usedImages == fresh.casebook?.usedImages)
            kept = next.kept ?? kept
        }
        let cases = read(edited, after: first.kept).read.filter { $0.hasPrefix("cases/") }
        #expect(cases == (isKept ? [file] : ["cases/c001.md", "cases/c002.md"]), "\(name)")
    }

    /// Where nothing changed, no case is read until somebody asks for its text, and then only once.
    @Test func textsAreReadWhenTheyAreNeeded() throws {
        let next = read(start, after: read(start, after: nil).kept)
        #expect(next.read.allSatisfy { !$0.hasPrefix("cases/") } && next.late() == [])
        let casebook = try #require(next.casebook)
        #expect(casebook.cases.map(\.title).count == 2 && next.late() == [])
        for _ in 0..<3 { _ = (casebook.cases[1].body, casebook.cases[1].sections) }
        #expect(next.late() == ["cases/c002.md"])
    }

    /// A file whose stamp differs is compared by its bytes.
    @Test func equalBytesWithOtherStamps() throws {
        let kept = read(start, after: nil).kept
        let next = read(start, after: kept, stamp: 2_000)
        #expect(contents(next.casebook) == contents(start.read(includingDrafts: true).casebook))
        #expect(Set(next.late()) == ["cases/c001.md", "cases/c002.md"])
    }

    @Test func anythingElseThatDiffersReadsEverything() throws {
        let kept = read(start, after: nil).kept
        #expect(read(start, after: kept, basis: 2).read.count == start.files.count)
        let added = start.adding("cases/c003.md", String(decoding: start.files["cases/c002.md"] ?? [], as: UTF8.self))
        #expect(read(added, after: kept).read.count == added.files.count)
        let removed = start.removing("cases/c002.md")
        #expect(read(removed, after: kept).read.count == removed.files.count)
    }

    @Test func anErrorIsNotKept() throws {
        let wrong = start.replacing("category: 2", with: "category: 無い", in: "cases/c002.md")
        #expect(read(wrong, after: read(start, after: nil).kept).kept == nil)
        #expect(read(wrong, after: nil).kept == nil)
    }

    @Test func anyDamageIsNoticed() throws {
        let bytes = try #require(read(start, after: nil).kept).bytes
        #expect(KeptReading(bytes)?.bytes == bytes)
        for index in stride(from: 0, to: bytes.count, by: 7) {
            var damaged = bytes
            damaged[index] ^= 4
            #expect(KeptReading(damaged) == nil)
            #expect(KeptReading(Array(bytes[..<index])) == nil)
        }
    }
}
