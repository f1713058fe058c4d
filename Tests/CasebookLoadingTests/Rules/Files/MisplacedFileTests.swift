import CasebookModel
import TestSupport
import Testing

@Suite struct MisplacedFileTests {
    @Test func reportsEachReason() {
        let problems = SmallCasebook()
            .adding("note.md", "x")
            .adding("cases/2026/c003.md", "x")
            .adding("case/c003.md", "x")
            .adding("cases/c003.markdown", "x")
            .withImages(["photo.png"])
            .problems()
        #expect(
            problems == [
                ReportedProblem(
                    "misplaced-file", "case/c003.md",
                    ja: "このフォルダーのファイルは読みません。使えるフォルダーに移すか、フォルダーの名前を「_」で始めてください",
                    en: "Files in this folder are not read: move them to a known folder, or start the folder's name with “_”",
                    suggestions: ["cases"]),
                ReportedProblem(
                    "misplaced-file", "cases/2026/c003.md",
                    ja: "フォルダーの中のフォルダーにあるファイルは読みません。1つ上のフォルダーに移してください",
                    en: "Files in a folder inside a folder are not read: move this file one folder up"),
                ReportedProblem(
                    "misplaced-file", "cases/c003.markdown",
                    ja: "名前が「.md」で終わらないファイルは読みません。名前を「c003.md」に変えてください",
                    en: "Only files whose names end in “.md” are read: change the name to “c003.md”", suggestions: ["c003.md"]),
                ReportedProblem(
                    "misplaced-file", "note.md",
                    ja: "このファイルは読みません。事例は「cases/」、ページは「pages/」に置いてください",
                    en: "This file is not read: cases belong in “cases/”, pages in “pages/”"),
                ReportedProblem(
                    "misplaced-file", "photo.png",
                    ja: "画像は「images/」に置いてください。ほかの場所の画像は使いません",
                    en: "Images belong in “images/”: images in other folders are not used"),
            ])
    }

    /// What the message about each kind of file says: the end of its name, and the start of the message.
    @Test(arguments: [
        ("cases/c018.md.txt", "名前が「.md」で終わらないファイルは読みません。名前を「c018.md」に変えてください。終わりの「.txt」"),
        ("cases/c018.MD", "名前が「.md」で終わらないファイルは読みません。名前を「c018.md」に変えてください"), ("cases/c018.Md", "名前が「.md」"),
        ("cases/c018．ｍｄ", "名前が「.md」"),
        ("cases/c018.txt", "名前が「.md」"), ("cases/c018", "名前が「.md」"), ("cases/c018.docx", "Wordなどの文書は読みません"),
        ("cases/c018.DOC", "Wordなどの文書"), ("pages/form.pdf", "PDFはここでは使いません"), ("cases/form.xlsx", "表はここでは読みません"),
        ("form.csv", "表はここでは読みません"), ("a.pptx", "スライドは読みません"), ("photo.JPG", "画像は「images/」に"), ("casebook.yaml", "設定のファイルは"),
        ("cases/a.zip", "この種類のファイルは使いません"),
    ])
    func eachKindIsToldWhatToDo(path: String, start: String) {
        let problems = SmallCasebook().withImages([path]).problems()
        #expect(problems.map(\.id) == ["misplaced-file"])
        #expect(problems.map(\.location) == [path])
        #expect(problems.first?.ja.hasPrefix(start) == true, "\(problems)")
    }

    @Test func settingsWithAnotherName() {
        let problems = SmallCasebook().removing("casebook.yml").withImages(["casebook.yml.txt"]).problems()
        #expect(
            problems.first { $0.id == "missing-casebook-yml" }?.ja
                == "設定ファイル「content/casebook.yml」がありません。「casebook.yml.txt」の名前を「casebook.yml」に変えてください")
    }

    @Test func linksAreReported() {
        #expect(
            SmallCasebook().withLinks(["cases/c009.md", "cases/_c010.md"]).problems() == [
                ReportedProblem(
                    "misplaced-file", "cases/c009.md",
                    ja: "リンク（シンボリックリンク）は読みません。使うものなら、元のファイルをここにコピーしてください",
                    en: "Symbolic links are not read: if it is needed, copy the file itself here")
            ])
    }

    @Test func hiddenOnesAndReadmeAreNobodysBusiness() {
        let problems = SmallCasebook()
            .adding("README.md", "x")
            .adding("_old/x.md", "x")
            .adding("cases/.c.md", "x")
            .adding("cases/_c.md", "x")
            .problems()
        #expect(problems == [])
    }
}
