import CasebookModel
import TestSupport
import Testing

@Suite struct BadAliasTests {
    private func problems(_ aliases: String) -> [ReportedProblem] {
        SmallCasebook()
            .replacing("title: 一つ目の事例", with: "title: 一つ目の事例\naliases: [\(aliases)]", in: "cases/c001.md").problems()
    }

    @Test func addressesThatAHostOfFilesShows() {
        #expect(problems("Old.html, old2.htm, old/b, old/c/, 事例/就労.html, '%E4%BA%8B.html', old/index.html").isEmpty)
        #expect(problems("old/, old/index.html").isEmpty)
    }

    @Test func formsThatDoNotFit() {
        #expect(
            problems("/old/a.html, ../c.html, case.php") == [
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:11",
                    ja: "以前のアドレス「/old/a.html」からは案内できません。先頭の「/」や「./」を取り、「old/case1.html」のように書いてください",
                    en: "No page can lead on from the old address “/old/a.html”: leave out the slash at the start, as in "
                        + "“old/case1.html”",
                    suggestions: ["old/a.html"], fix: "3:11-3:22 → old/a.html"),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:24",
                    ja: "以前のアドレス「../c.html」からは案内できません。"
                        + "「..」「.」「//」を使わず、サイトの先頭から「old/case1.html」のように書いてください",
                    en:
                        "No page can lead on from the old address “../c.html”: write it from the root of the site, without “..”, "
                        + "“.” and “//”, like “old/case1.html”"),
                ReportedProblem(
                    "bad-alias", "cases/c001.md:3:35",
                    ja: "以前のアドレス「case.php」からは案内できません。"
                        + "ファイルを置くだけのサーバーがページとして示すのは、「.html」「.htm」か、「old/」のようなフォルダーです。"
                        + "「.php」はここから消し、サーバーの設定で転送してください",
                    en: "No page can lead on from the old address “case.php”: a host of plain files shows “.html”, “.htm” and "
                        + "folders like “old/” as pages: remove “.php” here, and redirect it in the settings of the host"),
            ])
    }

    @Test func aWholeAddressIsNotCorrectedWithoutAsking() {
        let found = problems("'https://example.jp/Old.html'")
        #expect(found.map(\.suggestions) == [["Old.html"]] && found.map(\.fix) == [nil])
    }
}
