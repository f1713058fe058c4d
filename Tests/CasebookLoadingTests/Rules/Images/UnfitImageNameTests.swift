import CasebookModel
import TestSupport
import Testing

@Suite struct UnfitImageNameTests {
    @Test func notAnAddress() {
        let problems = SmallCasebook().withImages(["images/map.png", "images/図 1.PNG"]).problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unfit-image-name", "images/図 1.PNG",
                    ja: "画像の名前「図 1.PNG」はアドレスに使えません。半角の小文字の英数字と「-」「_」「.」だけにしてください",
                    en: "The image name “図 1.PNG” cannot be an address: use lower-case ASCII letters, "
                        + "digits, “-”, “_” and “.” only")
            ])
    }
}
