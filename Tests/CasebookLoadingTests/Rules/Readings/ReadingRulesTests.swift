import CasebookModel
import TestSupport
import Testing

@Suite struct ReadingRulesTests {
    private func problems(_ list: String) -> [ReportedProblem] {
        SmallCasebook().adding("readings.csv", list).problems()
    }

    private func row(_ row: String) -> [ReportedProblem] { problems("語,読み,備考\n支援,しえん,\n\(row)\n") }

    @Test(arguments: [
        "語,読み,備考\n支援,しえん,\n取り組み,とりくみ,確認済み\n（を）行った,おこなった,\n一日（に・の）,いちにち,\n～者,しゃ,\n各～,かく,\n頁,ページ,\n",
        "\u{FEFF}語,読み,備考\r\n支援,しえん,\r\n\r\n,,\r\n", "word,reading,note\n支援,しえん,checked\n", "備考,よみ,ことば,出所\n,しえん,支援,辞書\n",
        "語,読み\n支援,しえん\n", "語,読み,備考\n\"支援\",\"しえん\",\"注, 意\"\n", "語,読み,備考\n方,かた,\n～方,ほう,\n（の）方,かた,\n", "語,読み,備考\n",
    ])
    func aListAsItShouldBe(list: String) {
        #expect(problems(list) == [])
    }

    @Test func withoutTheFileNothingIsSaid() {
        #expect(SmallCasebook().problems() == [])
    }

    @Test func theHeadIsMissing() {
        #expect(
            problems("支援,しえん\n").map(\.description) == [
                "missing-reading-column readings.csv:1:1 最初の行に「語」「読み」の列がありません。最初の行に「語,読み,備考」と書いてください"
                    + " | The first row does not name these columns: word, reading. Write `word,reading,note` there | [] | - | []"
            ])
        #expect(problems("語,備考\n支援,\n").map(\.ja) == ["最初の行に「読み」の列がありません。最初の行に「語,読み,備考」と書いてください"])
        #expect(problems("").map(\.id) == ["missing-reading-column"])
    }

    @Test func quotationMarks() {
        #expect(row("\"利用者,りようしゃ").map { "\($0.id) \($0.location)" }.contains("malformed-reading-row readings.csv:3:1"))
        #expect(row("\"利用\"者,りようしゃ,").map { "\($0.id) \($0.location)" } == ["malformed-reading-row readings.csv:3:5"])
    }

    @Test func aCellIsEmpty() {
        #expect(row("利用者,,").map { "\($0.location) \($0.ja)" } == ["readings.csv:3:1 「利用者」の読みが空です。ひらがなで書いてください（例：支援,しえん）"])
        #expect(row(",りようしゃ,").map { "\($0.id) \($0.location)" } == ["empty-reading readings.csv:3:2"])
        #expect(row("利用者").map(\.id) == ["empty-reading"])
    }

    @Test(arguments: [
        ("しごと,しごと", "「しごと」には漢字がありません。漢字の入った語を書くか、行を消してください（例：支援,しえん）"),
        ("企業・職場,きぎょうしょくば", "「企業・職場」に、読みを付けられない「・」があります。漢字、かな、英数字だけの語に分けてください（例：企業,きぎょう）"),
        (
            "一日（に,いちにち",
            "「一日（に」の（ ）か～の書き方が違います。前後に来る文字は「一日（に・の）」「（を）行った」、ほかの語に付く語は「～者」「各～」のように書いてください"
        ),
    ])
    func aWordThatIsNone(line: String, message: String) {
        let found = row(line)
        #expect(found.map(\.ja) == [message])
        #expect(found.map(\.location) == ["readings.csv:3:1"])
    }

    @Test(arguments: ["しえん者", "shien", "しえん しゃ", "しえん・しゃ", "しえん（しゃ）"])
    func aReadingThatIsNoKana(reading: String) {
        #expect(row("支援者,\(reading),").map { "\($0.id) \($0.location)" } == ["reading-not-kana readings.csv:3:5"])
    }

    @Test func okuriganaThatDiffer() {
        #expect(
            row("取り組み,とりくむ,").map { "\($0.location) \($0.ja)" } == [
                "readings.csv:3:6 「取り組み」の送りがなが、読み「とりくむ」と合いません。送りがなまで書いてください（例：取り組み,とりくみ）"
            ])
    }

    @Test func theSameWordTwice() {
        #expect(row("支援,しえん,").map { "\($0.id) \($0.location)" } == ["repeated-reading readings.csv:3:1"])
        #expect(
            row("支援,ささえ,").map { "\($0.location) \($0.ja)" } == [
                "readings.csv:3:4 「支援」の読みが、2行目では「しえん」、ここでは「ささえ」です。一つにするか、前後に来る文字で分けてください（例：支援（は）,ささえ）"
            ])
    }

    @Test func nobodyHasChecked() {
        let found = SmallCasebook().adding("readings.csv", "語,読み,備考\n支援,しえん,未確認（辞書）\n利用,りよう,確認\n").read()
        #expect(found.casebook != nil)
        #expect(
            found.diagnostics.map(ReportedProblem.init).map { "\($0.location) \($0.ja)" } == [
                "readings.csv:2:8 「支援」の読み「しえん」は未確認です。辞書などで確かめて、備考の「未確認」を消してください"
            ])
        #expect(found.diagnostics.first?.severity == .warning)
    }

    private func glossary(_ term: String, _ yomi: String, _ rows: String) -> [ReportedProblem] {
        SmallCasebook().adding("readings.csv", "語,読み,備考\n\(rows)\n")
            .adding("glossary/a.md", "---\nterm: \(term)\nyomi: \(yomi)\n---\n\n意味です。\n").problems()
    }

    @Test(arguments: [
        ("親会社", "おやがいしゃ", "親会社,おやがいしゃ,"), ("企業・職場", "きぎょうしょくば", "企業,きぎょう,\n職場,しょくば,"),
        ("A型事業所", "えーがたじぎょうしょ", "～型,がた,\n事業所,じぎょうしょ,"), ("支援（連携の改善）", "しえん", "支援,しえん,\n連携,れんけい,\n改善,かいぜん,"),
        ("支援センター", "しえんせんたー", "支援,しえん,"), ("支援センター", "しえんセンター", "支援,しえん,"), ("2時間", "にじかん", "支援,しえん,"),
        // Not on the list, so not compared.
        ("親会社", "おやかいしゃ", "会社,かいしゃ,"),
    ])
    func aReadingThatAgrees(term: String, yomi: String, rows: String) {
        #expect(glossary(term, yomi, rows) == [])
    }

    @Test func aReadingThatDiffers() {
        #expect(
            glossary("親会社", "おやかいしゃ", "親会社,おやがいしゃ,") == [
                ReportedProblem(
                    "yomi-differs", "glossary/a.md:3:7",
                    ja: "「親会社」の「読み」（yomi）は「おやかいしゃ」ですが、「readings.csv」では「おやがいしゃ」です。正しいほうに合わせてください",
                    en: "The reading (yomi) of “親会社” is “おやかいしゃ”, but readings.csv makes it “おやがいしゃ”: correct one of them")
            ])
        #expect(glossary("A型事業所", "えーかたじぎょうしょ", "～型,がた,\n事業所,じぎょうしょ,").map(\.id) == ["yomi-differs"])
    }

    @Test func theReadingOfATitleThatDiffers() {
        let found = SmallCasebook().adding("readings.csv", "語,読み,備考\n題名,だいめい,\n")
            .replacing("title: ", with: "yomi: たいとる\ntitle: 題名\nsummary: ", in: "cases/c001.md").problems()
        #expect(found.map { "\($0.id) \($0.location)" } == ["yomi-differs cases/c001.md:2:7"])
    }
}
