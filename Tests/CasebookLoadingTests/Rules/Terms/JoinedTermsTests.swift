import CasebookModel
import TestSupport
import Testing

@Suite struct JoinedTermsTests {
    private func problems(actors: String) -> [ReportedProblem] {
        SmallCasebook().replacing("[本人, 家族]", with: actors, in: "cases/c001.md").problems()
    }

    @Test(arguments: [
        "本人・家族", "本人､家族", "本人，家族", "本人／家族", "本人/家族", "本人＋家族", "本人+家族", "本人＆家族", "本人&家族", "本人と家族", "本人 家族", "本人\u{3000}家族",
        "本人；家族", "本人及び家族", "本人｜家族", "本人 ・ 家族", "本人\n  家族", "\"本人・家族\"", "本人、家族、",
    ])
    func everySeparatorThatPeopleUse(_ actors: String) {
        let found = problems(actors: actors)
        #expect(found.map(\.id) == ["wide-list-marks"])
        #expect(found.first?.suggestions == ["[本人, 家族]"])
        #expect(found.first?.fix?.hasSuffix("→ [本人, 家族]") == true)
    }

    @Test func inAListWithHyphens() {
        let found = problems(actors: "\n  - 本人・家族")
        #expect(found.map(\.ja) == ["いくつも書くときは、`- 本人`、次の行に `- 家族` のように書いてください"])
        #expect(found.first?.fix == "6:5-6:10 → 本人\n  - 家族")
    }

    @Test func aNameThatIsNoneAmongSeveral() {
        #expect(
            problems(actors: "本人・家属") == [
                ReportedProblem(
                    "unknown-term", "cases/c001.md:5:9",
                    ja: "関わる人「家属」はありません。新しいものなら、「actors」フォルダーにファイルを作って加えてください",
                    en: "“actors” has no term “家属”: if it is a new one, add a file for it to the folder “actors”")
            ])
        let casebook = SmallCasebook().adding("actors/coach.md", "---\nlabel: ジョブコーチ\nyomi: じょぶこーち\n---\n")
        let found = casebook.replacing("[本人, 家族]", with: "本人・ジョブコチー", in: "cases/c001.md").problems()
        #expect(found.map(\.suggestions) == [["[本人, ジョブコーチ]"]])
        let inList = casebook.replacing("[本人, 家族]", with: "[本人・ジョブコチー]", in: "cases/c001.md").problems()
        #expect(inList.map(\.suggestions) == [["[本人, ジョブコーチ]"]])
    }

    /// Names that hold such signs or words are one name.
    @Test func namesWithSeparatorsAreFine() {
        let casebook = SmallCasebook()
            .adding("actors/a.md", "---\nlabel: 学校・教員と保護者\nyomi: がっこう\n---\n")
        #expect(casebook.replacing("[本人, 家族]", with: "学校・教員と保護者", in: "cases/c001.md").problems() == [])
        let found = casebook.replacing("[本人, 家族]", with: "学校・教員と保護者と本人", in: "cases/c001.md").problems()
        #expect(found.map(\.suggestions) == [["[学校・教員と保護者, 本人]"]])
        // Nothing of it is a term.
        let unknown = casebook.replacing("[本人, 家族]", with: "会社と団体", in: "cases/c001.md").problems()
        #expect(unknown.map(\.ja) == ["関わる人「会社と団体」はありません。新しいものなら、「actors」フォルダーにファイルを作って加えてください"])
    }

    @Test func aTextWithCommas() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "本人、家族", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:9",
                    ja: "いくつも書くときは、`[本人, 家族]` のように書いてください",
                    en: "Write several values like `[本人, 家族]`, with ASCII marks", suggestions: ["[本人, 家族]"],
                    fix: "5:9-5:14 → [本人, 家族]")
            ])
    }

    @Test func aListWithJapaneseCommas() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人、家族]", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "wide-list-marks", "cases/c001.md:5:10",
                    ja: "いくつも書くときは、`[本人, 家族]` のように書いてください",
                    en: "Write several values like `[本人, 家族]`, with ASCII marks", suggestions: ["[本人, 家族]"],
                    fix: "5:10-5:15 → 本人, 家族")
            ])
    }
}
