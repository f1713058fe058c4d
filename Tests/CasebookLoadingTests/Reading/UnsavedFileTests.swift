import CasebookLoading
import CasebookModel
import Diagnostics
import TestSupport
import Testing

@Suite struct UnsavedFileTests {
    private func read(_ casebook: SmallCasebook) throws -> (content: ContentFiles, diagnostics: [Diagnostic]) {
        let files = casebook.files.sorted { $0.key < $1.key }
        let cache = ReadingCache()
        let read = CasebookReader.read(
            paths: files.map { "content/\($0.key)" }, images: [], includingDrafts: true, jobs: 1, reusing: cache,
            stamps: files.indices.map { UInt64($0 + 1) }, bytes: { files[$0].value })
        return (try #require(cache.content), read.diagnostics)
    }

    private static let edits = [
        ("title: 二つ目の事例", "title: 別の題名"), ("title: 二つ目の事例\n", ""), ("category: 2", "category: 情報"),
        ("category: 2", "category: [1, 2]"), ("organization: 職安\n", ""), ("published: 2026-04-01", "published: 2026/4/1"),
        ("published: 2026-04-01", "aliases: [about.html]"), ("published: 2026-04-01", "related: [c001, c999]"),
        ("published: 2026-04-01", "status: withdrawn"), ("## 取組・工夫の概要\n", "## 取組\n"),
        ("必要でした。", "[前](c001.md)と[次](c999.md)と![図](../images/x.png)"), ("必要でした。", "・一つ\n・二つ"),
        ("必要でした。", ""), ("---\ntitle", "title"), ("工夫しました。", "[用語](../actors/person.md#x)"),
    ]

    /// What is said of a text that is not saved is what is said of the file with that text.
    @Test(arguments: edits)
    func anUnsavedTextHasTheProblemsOfItsFile(old: String, new: String) throws {
        let edited = SmallCasebook().replacing(old, with: new, in: "cases/c002.md")
        let bytes = try #require(edited.files["cases/c002.md"])
        #expect(bytes != SmallCasebook().files["cases/c002.md"])
        let unsaved = try read(SmallCasebook()).content.unsaved(at: "cases/c002.md", bytes: bytes, on: nil)
        let whole = try read(edited).diagnostics.filter { $0.path == "content/cases/c002.md" }
        #expect(unsaved.diagnostics.map(ReportedProblem.init) == whole.map(ReportedProblem.init))
    }

    @Test(arguments: edits)
    func aCaseWithoutAFileIsCheckedAsIfItHadOne(old: String, new: String) throws {
        let edited = SmallCasebook().replacing(old, with: new, in: "cases/c002.md")
        let bytes = try #require(edited.files["cases/c002.md"])
        let unsaved = try read(SmallCasebook()).content.unsaved(at: "cases/c003.md", bytes: bytes, on: nil)
        let whole = try read(SmallCasebook().adding("cases/c003.md", bytes: bytes)).diagnostics.filter {
            $0.path == "content/cases/c003.md"
        }
        #expect(unsaved.diagnostics.map(ReportedProblem.init) == whole.map(ReportedProblem.init))
    }

    /// The case can be shown while it has errors, and while another file has.
    @Test func theCaseIsBuiltAsFarAsItCanBe() throws {
        let broken = SmallCasebook().replacing("category: 就労情報提供", with: "category: 情報", in: "cases/c001.md")
        let bytes = Array("---\ntitle: 題名\n---\n\n## 必要性・きっかけ\n\n書きかけです。\n".utf8)
        let entry = try #require(try read(broken).content.unsaved(at: "cases/c002.md", bytes: bytes, on: nil).entry)
        #expect(entry.title == "題名" && entry.sections.count == 1 && entry.terms == [[], [], []])
        #expect(try read(broken).content.unsaved(at: "cases/c002.md", bytes: [0xFF], on: nil).entry == nil)
    }

    /// Terms, words and pages are checked like cases.
    @Test(arguments: [
        ("organizations/hello-work.md", "label: ハローワーク", "label: "),
        ("organizations/hello-work.md", "label: ハローワーク", "label: 企業"),
        ("organizations/hello-work.md", "label: ハローワーク", "label: ハローワーク\nyomi: カナ\ntitel: x"),
        ("actors/person.md", "label: 本人", "label: 本人\naliases: [家族]"),
        ("pages/call.md", "募集しています。", "[次](../cases/c999.md)と[前](../cases/c001.md)\n\n・一つ\n・二つ"),
        ("pages/call.md", "title: ", "updated: 2026/4/1\ntitle: "),
    ])
    func otherFilesAreCheckedAsIfTheyWereSaved(location: String, old: String, new: String) throws {
        let edited = SmallCasebook().replacing(old, with: new, in: location)
        let bytes = try #require(edited.files[location])
        #expect(bytes != SmallCasebook().files[location])
        let unsaved = try read(SmallCasebook()).content.unsaved(at: location, bytes: bytes, on: nil)
        let known = try read(SmallCasebook()).diagnostics
        // Of other files, cases are not read again.
        let whole = try read(edited).diagnostics.filter {
            $0.path == "content/\(location)" || !known.contains($0) && !$0.path.contains("/cases/")
        }
        #expect(unsaved.diagnostics.map(ReportedProblem.init) == whole.map(ReportedProblem.init))
    }

    @Test func aFileInNoFolderOfTheCasebookIsNothing() throws {
        let content = try read(SmallCasebook()).content
        for location in ["casebook.yml", "elsewhere/x.md", "cases/../x.md", "pages/_x.md", ""] {
            let unsaved = content.unsaved(at: location, bytes: Array("---\n---\n".utf8), on: nil)
            #expect(unsaved.diagnostics.isEmpty && unsaved.part == nil)
        }
    }

    @Test func reviewsAndDaysToComeNeedADay() throws {
        let edited = SmallCasebook().replacing(
            "published: 2026-04-01", with: "published: 2026-04-01\nreview_by: 2026-05-01", in: "cases/c002.md")
        let bytes = try #require(edited.files["cases/c002.md"])
        let content = try read(edited).content
        #expect(content.unsaved(at: "cases/c002.md", bytes: bytes, on: nil).diagnostics == [])
        let due = content.unsaved(at: "cases/c002.md", bytes: bytes, on: CalendarDate(iso: "2026-05-01"))
        #expect(due.diagnostics.map(\.id) == ["review-due"])
    }
}
