import CasebookModel
import TestSupport
import Testing

@Suite struct UnfitImageTests {
    private func problems(_ path: String, _ bytes: [UInt8]) -> [ReportedProblem] {
        SmallCasebook().withImage(path, bytes: bytes)
            .replacing("募集しています。", with: "[図](../\(path))", in: "pages/call.md").problems()
    }

    @Test func anotherFormat() {
        #expect(
            problems("images/map.png", SampleImage.jpeg(4, 3)) == [
                ReportedProblem(
                    "unfit-image", "images/map.png",
                    ja: "画像「map.png」の中身は JPEG 形式です。名前の終わりを「.jpg」にして、本文に書いた名前も直してください",
                    en:
                        "The image “map.png” is in fact JPEG: change the end of its name to “.jpg”, also in the texts that use it"
                )
            ])
    }

    @Test func whatBrowsersDoNotShow() {
        let expected = { (name: String) in
            ReportedProblem(
                "unfit-image", "images/\(name)",
                ja: "画像「\(name)」は HEIC 形式で、多くのブラウザーでは表示できません。JPEG か PNG で保存し直してください",
                en: "The image “\(name)” is HEIC, which most browsers cannot show: save it as JPEG or PNG")
        }
        let photograph = SampleImage.avif(brand: "heic", SampleImage.extent(4, 3))
        #expect(problems("images/a.jpg", photograph) == [expected("a.jpg")])
        #expect(problems("images/a.heic", photograph) == [expected("a.heic")])
    }

    @Test(arguments: [[], Array("<!DOCTYPE html><p>404".utf8), Array(SampleImage.gif(4, 3).prefix(9))])
    func noImage(bytes: [UInt8]) {
        #expect(
            problems("images/a.gif", bytes) == [
                ReportedProblem(
                    "unfit-image", "images/a.gif", ja: "画像「a.gif」は、GIF 形式の画像として読めません。元の画像から作り直してください",
                    en: "The image “a.gif” cannot be read as GIF: create it again from the original")
            ])
    }

    /// A text may start with anything, and what says no size is an image all the same.
    @Test func nothingToTell() {
        #expect(problems("images/a.txt", [1, 2, 3]) == [])
        #expect(problems("images/a.svg", SampleImage.svg("<svg width='100%'/>")) == [])
        #expect(problems("images/a.jpeg", SampleImage.jpeg(4, 3)) == [])
    }
}
