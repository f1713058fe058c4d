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
            .withImages(["images/map.png", "photo.png"])
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
                    ja: "名前が「.md」で終わらないファイルは読みません",
                    en: "Only files whose names end in “.md” are read"),
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
