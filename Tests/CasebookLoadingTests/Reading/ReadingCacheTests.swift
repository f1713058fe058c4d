import CasebookModel
import CasebookLoading
import Diagnostics
import Synchronization
import TestSupport
import Testing

/// A folder that is read again and again: what stands as it did is not read anew, and nothing wrong is remembered.
@Suite struct ReadingCacheTests {
    private struct Refused: Error, Equatable {}

    /// Reads with what is known; the titles, or nil where the machine refused, and how many cases were read.
    private func read(
        _ collection: SmallCasebook, _ known: ReadingCache, stamp: UInt64, refusing: Bool = false
    ) throws -> (titles: [String]?, reads: Int) {
        let paths = collection.files.keys.sorted()
        let reads = Mutex(0)
        let reading = try CasebookReader.read(
            paths: paths.map { "content/\($0)" }, images: [], includingDrafts: false, jobs: 2, reusing: known,
            stamps: paths.map { $0.hasPrefix("cases/") ? stamp : 1 }
        ) { (index) throws(Refused) in
            let isCase = paths[index].hasPrefix("cases/")
            if isCase { reads.withLock { $0 += 1 } }
            if isCase, refusing { throw Refused() }
            return collection.files[paths[index]] ?? []
        }
        return (reading.casebook?.cases.map(\.title), reads.withLock { $0 })
    }

    @Test func casesThatStandAsTheyDidAreNotReadAgain() throws {
        let (collection, known) = (SmallCasebook(), ReadingCache())
        let first = try read(collection, known, stamp: 7)
        #expect(first.reads > 0 && first.titles?.isEmpty == false)
        let second = try read(collection, known, stamp: 7)
        #expect(second.reads == 0 && second.titles == first.titles)
        #expect(try read(collection, known, stamp: 8).reads == first.reads)
        // A file whose standing tells nothing is read each time.
        #expect(try read(collection, known, stamp: 0).reads == first.reads)
        #expect(try read(collection, known, stamp: 0).reads == first.reads)
    }

    /// Where nothing but words of a case differ, no other file is asked for, `casebook.yml` neither.
    @Test func onlyTheCaseWhoseWordsChangedIsRead() throws {
        let (collection, known) = (SmallCasebook(), ReadingCache())
        let edited = collection.replacing("必要でした。", with: "とても必要でした。", in: "cases/c001.md")
        var asked: [[String]] = []
        for collection in [collection, edited, edited, collection] {
            let paths = collection.files.keys.sorted()
            let reads = Mutex<[String]>([])
            let reading = CasebookReader.read(
                paths: paths.map { "content/\($0)" }, images: [], includingDrafts: false, jobs: 2, reusing: known,
                stamps: paths.map { UInt64(truncatingIfNeeded: (collection.files[$0] ?? []).hashValue) | 1 }
            ) { (index) throws(Never) in
                reads.withLock { $0.append(paths[index]) }
                return collection.files[paths[index]] ?? []
            }
            #expect(reading.casebook?.cases.count == 2)
            asked.append(reads.withLock { $0 })
        }
        #expect(asked[0].count == collection.files.count)
        #expect(asked.dropFirst() == [["cases/c001.md"], [], ["cases/c001.md"]])
    }

    /// What an edit of one case makes right or wrong, there and elsewhere, is told as by a reading from nothing.
    @Test(arguments: [
        ("a heading that is linked to", "### 道具", "### 道"),
        ("a title that another has", "title: 一つ目の事例", "title: 二つ目の事例"),
        ("an old address that another has", "aliases: [old/one.html]", "aliases: [old/two.html]"),
        ("a line above a title that another has", "title: 一つ目の事例", "summary: 要約です。\ntitle: 一つ目の事例"),
        ("becoming a draft that is linked to", "title: 一つ目の事例", "title: 一つ目の事例\nstatus: draft"),
        ("being withdrawn", "title: 一つ目の事例", "title: 一つ目の事例\nstatus: withdrawn"),
        ("advice", "工夫しました。", "①から③を工夫しました。"), ("a dead link", "工夫しました。", "[工夫](c009.md)しました。"),
        ("a link to itself", "工夫しました。", "[工夫](#どうぐ)しました。"),
    ])
    func problemsAreReportedAgain(name: String, old: String, new: String) {
        let start = SmallCasebook()
            .replacing("工夫しました。\n", with: "工夫しました。\n\n### 道具\n\n①の道具です。\n", in: "cases/c001.md")
            .replacing("category: 就労", with: "aliases: [old/one.html]\ncategory: 就労", in: "cases/c001.md")
            .replacing("category: 2", with: "aliases: [old/two.html]\ncategory: 2", in: "cases/c002.md")
            .replacing("工夫しました。", with: "[道具](c001.md#道具)を工夫しました。", in: "cases/c002.md")
            .replacing("集めました。", with: "[道具](../cases/c001.md#道具)を集めました。", in: "pages/about.md")
            .replacing("二つ目", with: name.hasPrefix("a line above") ? "一つ目" : "二つ目", in: "cases/c002.md")
        let edited = start.replacing(old, with: new, in: "cases/c001.md")
        let twice = edited.replacing("必要でした。", with: "とても必要でした。", in: "cases/c001.md")
        let known = ReadingCache()
        for collection in [start, edited, twice, start, twice, edited, start] {
            let paths = collection.files.keys.sorted()
            let reading = CasebookReader.read(
                paths: paths.map { "content/\($0)" }, images: collection.images, includingDrafts: true, jobs: 2, reusing: known,
                stamps: paths.map { UInt64(truncatingIfNeeded: (collection.files[$0] ?? []).hashValue) | 1 }
            ) { (index) throws(Never) in collection.files[paths[index]] ?? [] }
            let fresh = collection.read(includingDrafts: true)
            #expect(reading.diagnostics == fresh.diagnostics, "\(name)")
            #expect(reading.casebook?.cases.map(\.title) == fresh.casebook?.cases.map(\.title), "\(name)")
        }
        #expect(start.read(includingDrafts: true).casebook != nil)
        #expect(edited.files != start.files)
    }

    @Test func whatCouldNotBeReadIsReadTheNextTime() throws {
        let (collection, known) = (SmallCasebook(), ReadingCache())
        #expect(throws: Refused()) { try read(collection, known, stamp: 7, refusing: true) }
        let next = try read(collection, known, stamp: 7)
        #expect(next.reads > 0 && next.titles?.isEmpty == false)
    }
}
