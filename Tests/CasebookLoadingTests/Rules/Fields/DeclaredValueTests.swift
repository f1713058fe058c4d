import CasebookModel
import TestSupport
import Testing

@Suite struct DeclaredValueTests {
    private func values(_ lines: String) -> [TypedValue?]? {
        let read = SmallCasebook().withFields.withLines(lines).read()
        #expect(read.diagnostics.filter { $0.severity == .error }.map(\.message.ja) == [], "\(lines)")
        return read.casebook?.cases.first?.values
    }

    private func problems(_ lines: String) -> [ReportedProblem] {
        SmallCasebook().withFields.withLines(lines).problems().filter { $0.id != "unused-image" }
    }

    @Test func everyKind() throws {
        let number = try #require(DecimalNumber("1200"))
        #expect(
            values(
                "place: 北区\nwebsite: https://example.org/\nheld: 2026-04-01\nmembers: 1200\nwheelchair: はい\nform: form.pdf\nledger: A-1"
            )
                == [
                    .text("北区"), .url("https://example.org/"), CalendarDate(iso: "2026-04-01").map { .date($0) },
                    .number(number), .yesNo(true), .file("files/form.pdf"), .text("A-1"),
                ])
        #expect(values("held:\nmembers: \nplace: \"\"") == [nil, nil, nil, nil, nil, nil, nil])
    }

    @Test(arguments: [
        "members: 0", "members: 0.5", "members: -3", "members: \"12\"", "members: 12.50", "wheelchair: いいえ", "wheelchair: Yes",
        "wheelchair: no", "wheelchair: true", "wheelchair: \"はい\"", "website: http://example.org/a?b=1#c",
        "form: files/form.pdf", "form: ../files/form.pdf", "form: ./form.pdf", "place: \"12\"", "place: はい", "held: 2024-02-29",
    ])
    func rightForms(line: String) {
        #expect(problems(line) == [])
    }

    @Test(arguments: [
        ("members: １２", "12"), ("members: 1,200", "1200"), ("members: 12,345.5人", "12345.5"), ("members: 12人", "12"),
        ("members: 12 人", "12"), ("members: +3", "3"), ("members: −3", "-3"), ("members: .5", "0.5"),
    ])
    func numbersThatAreMeant(line: String, meant: String) {
        let found = problems(line)
        #expect(found.map(\.id) == ["bad-amount"] && found.first?.suggestions == [meant], "\(found)")
        #expect(found.first?.fix?.hasSuffix("→ \(meant)") == true)
    }

    @Test(arguments: ["十数人", "約12", "1,2", "12-15", "12件", "007", "1,20,000", "12.", "1e3", "0x10", "1234567890123456"])
    func noNumbers(value: String) {
        let found = problems("members: \(value)")
        #expect(found.map(\.id) == ["bad-amount"] && found.first?.suggestions == [] && found.first?.fix == nil, "\(found)")
    }

    @Test func messagesOfNumbers() {
        #expect(
            problems("members: 1,200人") == [
                ReportedProblem(
                    "bad-amount", "cases/c001.md:3:10",
                    ja: "「参加者数」（members）の「1,200人」は数として読めません。`1200` のように、半角の数字だけを書いてください",
                    en: "“1,200人” for “members” is not a number: write digits only, like `1200`", suggestions: ["1200"],
                    fix: "3:10-3:16 → 1200")
            ])
    }

    @Test func yesAndNo() {
        #expect(
            problems("wheelchair: あり") == [
                ReportedProblem(
                    "bad-yes-no", "cases/c001.md:3:13", ja: "「車いす」（wheelchair）の「あり」は使えません。`はい` か `いいえ` を書いてください",
                    en: "The key “wheelchair” cannot be “あり”: write `はい` or `いいえ`", suggestions: ["はい"], fix: "3:13-3:15 → はい")
            ])
        let unclear = problems("wheelchair: 一部")
        #expect(unclear.map(\.id) == ["bad-yes-no"] && unclear.first?.fix == nil)
        let list = problems("wheelchair: [はい]")
        #expect(list.map(\.id) == ["wrong-kind"])
    }

    @Test func addressesAndDates() {
        #expect(problems("website: www.example.org").map(\.id) == ["bad-address"])
        #expect(problems("website: javascript:alert(1)").map(\.id) == ["bad-address"])
        #expect(problems("website: ftp://example.org/").map(\.id) == ["bad-address"])
        #expect(problems("website: http://localhost:8000/").map(\.id) == ["local-address"])
        #expect(problems("held: R8.4.1").map(\.id) == ["bad-date"])
        #expect(problems("held: 2026-02-30").map(\.id) == ["bad-date"])
    }

    @Test func files() {
        #expect(
            problems("form: from.pdf") == [
                ReportedProblem(
                    "missing-file", "cases/c001.md:3:7",
                    ja: "「様式」（form）の「from.pdf」という資料は「files/」にありません。資料を「files/」に置き、`form.pdf` のように名前を書いてください",
                    en: "“from.pdf” for “form” is no document in “files/”: put it there, and write its name, like `form.pdf`",
                    suggestions: ["form.pdf"])
            ])
        #expect(problems("form: Form.PDF").first?.fix?.hasSuffix("→ form.pdf") == true)
        #expect(problems("form: ../../secret.pdf").map(\.id) == ["missing-file"])
        #expect(problems("form: images/form.pdf").map(\.id) == ["missing-file"])
        // A case that names it uses it.
        #expect(SmallCasebook().withFields.problems().map(\.id) == ["unused-image"])
        let used = SmallCasebook().withFields.withLines("form: form.pdf").read()
        #expect(used.diagnostics.isEmpty && used.casebook?.usedImages == [0])
        // What a withdrawn case names is not published.
        let withdrawn = SmallCasebook().withFields.withLines("status: withdrawn\nform: form.pdf").read()
        #expect(withdrawn.casebook?.usedImages == [])
    }

    @Test func keys() {
        let unknown = problems("membres: 12")
        #expect(unknown.map(\.id) == ["unknown-key"] && unknown.first?.suggestions == ["members"])
        let label = problems("参加者数: 12")
        #expect(label.map(\.id) == ["unknown-key"] && label.first?.fix?.hasSuffix("→ members") == true)
        #expect(problems("members: 1\nmembers: 2").map(\.id) == ["duplicate-key"])
    }

    @Test func requiredValues() {
        let casebook = SmallCasebook().withFields.replacing(
            "type: number", with: "type: number, required: true", in: "casebook.yml"
        )
        .replacing("title: 二つ目の事例", with: "title: 二つ目の事例\nmembers: 3", in: "cases/c002.md")
        let missing = casebook.problems().filter { $0.id != "unused-image" }
        #expect(
            missing == [
                ReportedProblem(
                    "missing-key", "cases/c001.md:1:1", ja: "「参加者数」（members）がありません。例：`members: 12`",
                    en: "The key “members” is missing: add a line like `members: 12`")
            ])
        let empty = casebook.withLines("members:").problems().filter { $0.id != "unused-image" }
        #expect(empty.map(\.id) == ["empty-value"])
        #expect(casebook.withLines("members: 0").read().casebook != nil)
    }

    /// A key of a declared field ends what is private.
    @Test func privateLinesEnd() {
        let read = SmallCasebook().withFields.withLines("private:\n  contact: SECRET\nmembers: 12").read()
        #expect(read.casebook?.cases.first?.values[3] == DecimalNumber("12").map { .number($0) })
    }
}
