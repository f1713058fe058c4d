import CasebookModel
import TestSupport
import Testing

@Suite struct UnusedImageTests {
    @Test func whatNoTextUses() {
        let problems = SmallCasebook()
            .withImages(["files/list.xlsx", "images/a.png", "images/_b.png", "images/Thumbs.db", "images/_old/c.png"])
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "unused-image", "files/list.xlsx",
                    ja: "資料「list.xlsx」は、どの原稿からもリンクされていないので、サイトに載せません。"
                        + "載せるなら本文に「[資料の名前](../files/list.xlsx)」と書き、残しておくだけなら名前を「_」で始めてください",
                    en:
                        "No text links to the document “list.xlsx”, so it is not published: write “[its title](../files/list.xlsx)” in a"
                        + " text, or start its name with “_” to keep it"),
                ReportedProblem(
                    "unused-image", "images/a.png",
                    ja: "画像「a.png」は、どの原稿にも使われていないので、サイトに載せません。"
                        + "載せるなら本文に「![画像の内容](../images/a.png)」と書き、残しておくだけなら名前を「_」で始めてください",
                    en:
                        "The image “a.png” is used by no text, so it is not published: write “![what it shows](../images/a.png)”"
                        + " in a text, or start its name with “_” to keep it"),
            ])
    }

    @Test(arguments: ["draft", "published", "withdrawn"])
    func whatAnyTextUsesIsNotReported(_ status: String) throws {
        let collection = SmallCasebook().withImages(["images/a.png"])
            .replacing("title: 一", with: "status: \(status)\ntitle: 一", in: "cases/c001.md")
            .replacing("工夫しました。", with: "![図](../images/a.png)", in: "cases/c001.md")
        let (casebook, diagnostics) = collection.read()
        #expect(diagnostics.isEmpty)
        #expect(try #require(casebook).usedImages == (status == "published" ? [0] : []))
        #expect(try #require(collection.read(includingDrafts: true).casebook).usedImages == (status == "withdrawn" ? [] : [0]))
    }

    @Test(arguments: ["pages/call.md", "pages/about.md", "categories/information.md", "glossary/word.md", "cases/c002.md"])
    func everyKindOfTextUsesImages(_ location: String) throws {
        let collection = SmallCasebook().withImages(["images/a.png", "images/sub/b.png"])
            .adding("glossary/word.md", "---\nterm: 言葉\nyomi: ことば\n---\n\n意味です。\n")
        let text = String(decoding: try #require(collection.files[location]), as: UTF8.self)
        let (casebook, _) = collection.adding(location, text + "\n![図](../images/sub/b.png)\n").read()
        #expect(try #require(casebook).usedImages == [1])
    }

    @Test func theAdviceCanBeSwitchedOff() {
        let collection = SmallCasebook().withImages(["images/a.png"])
            .replacing("notice:", with: "advice: { unused-image: false }\nnotice:", in: "casebook.yml")
        #expect(collection.problems() == [])
    }

    @Test func aPhotographThatSaysWhereItWasTaken() {
        let photograph = SampleImage.jpeg(4, 3, before: SampleImage.exif(SampleImage.gps()))
        let unused = SmallCasebook().withImage("images/visit.jpg", bytes: photograph)
        let collection = unused.replacing("募集しています。", with: "![見学](../images/visit.jpg)", in: "pages/call.md")
        #expect(
            collection.problems() == [
                ReportedProblem(
                    "photograph-with-place", "images/visit.jpg",
                    ja: "画像「visit.jpg」に、撮影した場所（緯度と経度）が記録されています。サイトに載せるときに消しますが、元のファイルには残ります。"
                        + "元のファイルもほかの人に見えるときは、位置情報を消した画像に替えてください",
                    en:
                        "The image “visit.jpg” says where it was taken (latitude and longitude): the site gets a copy without it, but"
                        + " the file keeps it; if others can see the file too, replace it by an image without the place")
            ])
        #expect(unused.problems().map(\.id) == ["unused-image"])
        let off = collection.replacing("notice:", with: "advice: { photograph-with-place: false }\nnotice:", in: "casebook.yml")
        #expect(off.problems() == [])
    }

    @Test(arguments: [
        (2_400, 1_800, 0, nil), (2_401, 10, 0, "、2401×10ピクセル"), (10, 4_000, 0, "、10×4000ピクセル"), (100, 100, 500_000, nil),
        (100, 100, 500_001, "、100×100ピクセル"),
    ])
    func aPhotographThatPhonesLoadSlowly(width: Int, height: Int, length: Int, expected: String?) {
        var bytes = SampleImage.png(width, height)
        bytes += [UInt8](repeating: 0, count: max(0, length - bytes.count))
        let unused = SmallCasebook().withImage("images/visit.png", bytes: bytes)
        let found = unused.replacing("募集しています。", with: "![見学](../images/visit.png)", in: "pages/call.md").problems()
        #expect(found.map(\.id) == (expected == nil ? [] : ["large-photograph"]))
        if let expected { #expect(found.first?.ja.contains("kB\(expected)）") == true) }
        #expect(unused.problems().map(\.id) == ["unused-image"])
    }
}
