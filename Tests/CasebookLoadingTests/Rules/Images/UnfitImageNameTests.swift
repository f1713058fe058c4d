import CasebookModel
import TestSupport
import Testing

@Suite struct UnfitImageNameTests {
    @Test func notAnAddress() {
        let problems = SmallCasebook().withImages(["images/図 1.PNG"])
            .replacing("募集しています。", with: "![図](../images/図%201.PNG)", in: "pages/call.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unfit-image-name", "images/図 1.PNG",
                    ja: "ファイルの名前「図 1.PNG」はアドレスに使えません。半角の小文字の英数字と「-」「_」「.」だけにしてください",
                    en: "The file name “図 1.PNG” cannot be an address: use lower-case ASCII letters, "
                        + "digits, “-”, “_” and “.” only")
            ])
    }
}
