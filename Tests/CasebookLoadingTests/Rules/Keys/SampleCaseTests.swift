import TestSupport
import Testing

@Suite struct SampleCaseTests {
    private func problems(title: String) -> [ReportedProblem] {
        SmallCasebook().replacing("title: 一つ目の事例", with: "title: \(title)", in: "cases/c001.md").problems()
    }

    @Test func aSample() {
        #expect(
            problems(title: "（見本）一つ目の事例") == [
                ReportedProblem(
                    "sample-case", "cases/c001.md:2:8",
                    ja: "見本の事例です。自分の事例に書き換えて、題名の「（見本）」を消してください。要らなければ、ファイルを消してください",
                    en: "This case is a sample: write your own case and remove “（見本）” from its title, or delete the file")
            ])
    }

    @Test(arguments: ["(見本)", "【見本】", "(Sample) "])
    func otherMarks(mark: String) {
        #expect(problems(title: "\"\(mark)一つ目の事例\"").map(\.id) == ["sample-case"])
    }

    @Test(arguments: ["見本を使った説明", "（見本市）への出展", "見本（模型）の活用", "Sample の活用", "手順の（見本）"])
    func titlesAboutSamples(title: String) {
        #expect(problems(title: title) == [])
    }
}
