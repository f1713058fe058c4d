import CasebookModel
import TestSupport
import Testing

@Suite struct MissingTermFileTests {
    @Test func theNearest() {
        let problems = SmallCasebook()
            .replacing("[hello-work, employer]", with: "[hello-work, employer, helo-work]", in: "casebook.yml")
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-term-file", "casebook.yml:24:35",
                    ja: "「helo-work」のファイル「organizations/helo-work.md」がありません",
                    en: "The file “organizations/helo-work.md” for “helo-work” is missing",
                    suggestions: ["hello-work"])
            ])
    }

    @Test func aLabelInPlaceOfTheName() {
        let problems = SmallCasebook()
            .replacing("[hello-work, employer]", with: "[ハローワーク, employer]", in: "casebook.yml").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "missing-term-file", "casebook.yml:24:13",
                    ja: "「ハローワーク」は、ファイル「organizations/hello-work.md」の「label」です。ファイルの名前「hello-work」を書いてください",
                    en:
                        "“ハローワーク” is the label in the file “organizations/hello-work.md”: write the name of the file, “hello-work”",
                    suggestions: ["hello-work"], fix: "24:13-24:19 → hello-work")
            ])
    }

    @Test func namesWithCommasAreNoList() {
        let problems = SmallCasebook()
            .replacing("[hello-work, employer]", with: "hello-work, employer", in: "casebook.yml").problems()
        #expect(problems.map(\.id) == ["wrong-kind"])
        #expect(problems.map(\.fix) == ["24:12-24:32 → [hello-work, employer]"])
    }
}
