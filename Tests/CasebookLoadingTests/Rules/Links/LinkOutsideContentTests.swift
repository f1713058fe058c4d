import CasebookModel
import TestSupport
import Testing

@Suite struct LinkOutsideContentTests {
    @Test func twoFoldersUp() {
        let problems = SmallCasebook().replacing("工夫しました。", with: "[あ](../../secret.md)", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "link-outside-content", "cases/c001.md:14:5",
                    ja: "リンク先「../../secret.md」はコンテンツのフォルダーの外です",
                    en: "The link “../../secret.md” leads out of the content folder")
            ])
    }
}
