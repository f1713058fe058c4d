import CasebookLoading
import CasebookModel
import Desk
import Diagnostics
import TestSupport
import Testing

@Suite struct OverviewTests {
    /// The overview of a small casebook with three more cases: c003 with an error, c004 a draft, c005 with a review that is due.
    private func overview(today: CalendarDate? = CalendarDate(iso: "2026-11-28"), advice: String = "") throws -> Overview {
        let text = String(decoding: SmallCasebook().files["cases/c002.md"] ?? [], as: UTF8.self)
        let casebook = SmallCasebook()
            .adding("cases/c003.md", text.replacing("category: 2", with: "category: 情報"))
            .adding("cases/c004.md", text.replacing("published: 2026-04-01", with: "status: draft"))
            .adding(
                "cases/c005.md",
                text.replacing("published: 2026-04-01", with: "published: 2026-05-01\nreview_by: 2026-11-28")
                    .replacing("二つ目の事例", with: "ＡＢＣ検定の事例")
            )
            .replacing("language: ja\n", with: "language: ja\n" + advice, in: "casebook.yml")
        let files = casebook.files.sorted { $0.key < $1.key }
        let cache = ReadingCache()
        let read = CasebookReader.read(
            paths: files.map { "content/\($0.key)" }, images: [], includingDrafts: true, jobs: 1, reusing: cache,
            stamps: files.indices.map { UInt64($0 + 1) }, bytes: { files[$0].value })
        return Overview(try #require(cache.content), diagnostics: read.diagnostics, today: today)
    }

    @Test func casesWithTheirProblems() throws {
        let overview = try overview()
        #expect(overview.rows.map(\.name) == ["c001", "c002", "c003", "c004", "c005"])
        #expect(overview.rows.map(\.errors) == [0, 0, 1, 0, 0])
        #expect(overview.rows.map(\.status) == [.published, .published, .published, .draft, .published])
        #expect(overview.rows.map(\.isOverdue) == [false, false, false, false, true])
        #expect(overview.counts[.errors] == 1 && overview.counts[.drafts] == 1 && overview.counts[.overdue] == 1)
        #expect(overview.rows.map(\.attention).filter { $0 < .warnings } == [.errors, .drafts, .overdue])
    }

    /// The day of a review itself is due, the day before is not, and nothing is without a day or if the advice is off.
    @Test func reviewsAreDueAsTheRuleSays() throws {
        #expect(try overview(today: CalendarDate(iso: "2026-11-27")).counts[.overdue] == nil)
        #expect(try overview(today: CalendarDate(iso: "2027-01-01")).counts[.overdue] == 1)
        #expect(try overview(today: nil).counts[.overdue] == nil)
        #expect(try overview(advice: "advice:\n  review-due: false\n").counts[.overdue] == nil)
    }

    @Test func whatNeedsAttentionComesFirst() throws {
        let overview = try overview()
        let found = overview.rows(for: Overview.Query()).map { overview.rows[$0].name }
        #expect(Array(found.prefix(3)) == ["c003", "c004", "c005"])
    }

    @Test func searchesFoldLettersAndNeedAllWords() throws {
        let overview = try overview()
        func names(_ words: String) -> [String] {
            var query = Overview.Query()
            (query.words, query.order) = (words, .number)
            return overview.rows(for: query).map { overview.rows[$0].name }
        }
        #expect(names("abc 検定") == ["c005"] && names("ＣＯＯ１") == [] && names("Ｃ００１") == ["c001"])
        #expect(names("二つ目") == ["c002", "c003", "c004"] && names("二つ目 c004") == ["c004"])
        #expect(names(" ") == overview.rows.map(\.name) && names("<script>") == [])
    }

    @Test func filtersAndOrders() throws {
        let overview = try overview()
        func names(_ change: (inout Overview.Query) -> Void) -> [String] {
            var query = Overview.Query()
            query.order = .number
            change(&query)
            return overview.rows(for: query).map { overview.rows[$0].name }
        }
        #expect(names { $0.status = .draft } == ["c004"] && names { $0.status = .withdrawn } == [])
        #expect(names { $0.attention = .errors } == ["c003"] && names { $0.attention = .overdue } == ["c005"])
        // 就労情報提供 is the first term of the first taxonomy; the term of c003 is unknown.
        #expect(names { $0.terms = [0: 0] } == ["c001"] && names { $0.terms = [0: 1, 1: 0] } == ["c002", "c004", "c005"])
        #expect(names { $0.terms = [9: 0] } == [])
        #expect(names { $0.order = .date }.prefix(3) == ["c005", "c002", "c003"])
        #expect(names { $0.order = .problems }.first == "c003")
        #expect(names { $0.order = .title }.first == "c001")
    }

    @Test func otherFilesAreInGroups() throws {
        let overview = try overview()
        #expect(overview.groups.map(\.label) == ["分野", "取組主体", "関わる人", nil, nil, nil])
        // Terms are in their order, with the number of cases that use them.
        #expect(overview.groups[1].files.map(\.title) == ["ハローワーク", "企業"])
        #expect(overview.groups[1].files.map(\.uses) == [5, 0] && overview.groups.last?.files.first?.uses == nil)
        #expect(overview.groups.last?.files.map(\.title) == ["この事例集について", "事例の募集"])
        #expect(overview.filtered == [0, 1])
    }
}
