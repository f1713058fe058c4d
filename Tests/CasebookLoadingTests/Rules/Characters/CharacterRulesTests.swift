import TestSupport
import Testing

@Suite struct CharacterRulesTests {
    private func problems(body: String) -> [ReportedProblem] {
        SmallCasebook().replacing("必要でした。", with: body, in: "cases/c001.md").problems()
    }

    private func ids(_ old: String, as new: String) -> [String] {
        SmallCasebook().replacing(old, with: new, in: "cases/c001.md").problems().map { "\($0.id) \($0.location)" }
    }

    @Test func inBodies() {
        #expect(
            problems(body: "就労\u{200B}支援\u{A0}と⻑い、サ―ビス\u{FFFD}") == [
                ReportedProblem(
                    "invisible-character", "cases/c001.md:10:3", ja: "見えない文字（ゼロ幅スペース U+200B）があります。取り除いてください",
                    en: "There is an invisible character (zero-width space U+200B): remove it", fix: "10:3-10:4 → "),
                ReportedProblem(
                    "invisible-character", "cases/c001.md:10:6",
                    ja: "ふつうの空白に見える別の文字（改行しない空白 U+00A0）があります。半角の空白に直してください",
                    en: "There is another character that looks like a space (no-break space U+00A0): write an ASCII space",
                    fix: "10:6-10:7 →  "),
                ReportedProblem(
                    "lookalike-character", "cases/c001.md:10:8",
                    ja: "「⻑」（U+2ED1）は、漢字に見える部首の記号です。漢字の「長」（U+9577）に直してください",
                    en: "“⻑” (U+2ED1) is a radical that looks like a kanji: write the kanji “長” (U+9577)",
                    fix: "10:8-10:9 → 長"),
                ReportedProblem(
                    "lookalike-character", "cases/c001.md:10:12",
                    ja: "カタカナの間に「―」（ダッシュ U+2015）があります。長音の「ー」（U+30FC）に直してください",
                    en: "There is “―” (horizontal bar U+2015) between katakana: write “ー” (U+30FC)",
                    fix: "10:12-10:13 → ー"),
                ReportedProblem(
                    "lost-character", "cases/c001.md:10:15",
                    ja: "文字化けした文字（置換文字 U+FFFD）があります。元の原稿を見て、正しい文字を書いてください",
                    en:
                        "A character was lost (replacement character U+FFFD): look at the original and write the right character"
                ),
            ])
    }

    @Test func controlCharactersInBodiesAreErrors() {
        #expect(
            problems(body: "面談\u{8}と\u{202E}左右").prefix(1) == [
                ReportedProblem(
                    "unsafe-character", "cases/c001.md:10:3", ja: "本文に使えない文字（後退 U+0008）があります。取り除いてください",
                    en: "The text contains a character that is not allowed (backspace U+0008): remove it", fix: "10:3-10:4 → ")
            ])
        #expect(problems(body: "一行目\u{2028}二行目").map(\.fix) == ["10:4-10:5 → \n"])
        #expect(problems(body: "### 一\u{B}二\n\n文。").map(\.fix) == ["10:6-10:7 →  "])
    }

    @Test func aRunIsOneProblem() {
        let problems = problems(body: "一\u{A0}\u{A0}二\u{200B}\u{200B}三\u{FFFD}\u{FFFD}四")
        #expect(problems.map(\.id) == ["invisible-character", "invisible-character", "lost-character"])
        #expect(problems.map(\.fix) == ["10:2-10:4 →   ", "10:5-10:7 → ", nil])
    }

    @Test func inTheFence() {
        let problems = SmallCasebook().replacing("---\ntitle", with: "\u{200B}---\ntitle", in: "cases/c001.md").problems()
        #expect(problems.map(\.ja) == ["「---」の行に見えない文字（ゼロ幅スペース U+200B）があります。取り除いてください"])
        #expect(problems.map(\.fix) == ["1:1-1:5 → ---"])
    }

    @Test func inFrontMatter() {
        #expect(ids("title: 一つ目", as: "title: 一つ\u{FEFF}目") == ["invisible-character cases/c001.md:2:10"])
        #expect(ids("organization: ハローワーク", as: "organization: ハロ―ワーク") == ["lookalike-character cases/c001.md:4:17"])
        #expect(ids("organization: ハローワーク", as: "organization: \u{200E}ハローワーク") == ["odd-space cases/c001.md:4:15"])
        #expect(ids("---\ntitle", as: "\u{200B}---\ntitle") == ["wrong-fence cases/c001.md:1:1"])
        #expect(ids("## 必要性・きっかけ", as: "## 必要性・きっかけ\u{200B}") == ["invisible-character cases/c001.md:8:12"])
    }

    @Test(arguments: [
        "👩\u{200D}🦽と☎\u{FE0F}", "葛\u{E0100}城の\u{FA1B}祉", "３〜５名、東京―大阪", "支援――その後", "か\u{3099}くせい", "`-5℃`\t",
    ])
    func isRight(_ body: String) {
        #expect(problems(body: body) == [])
    }

    @Test func aSuggestionThatLooksTheSameNamesTheDifference() {
        let problems = SmallCasebook().replacing("organization: ハローワーク", with: "organization: ハ口ーワーク", in: "cases/c001.md")
            .problems()
        #expect(problems.map(\.suggestions) == [["ハローワーク"]])
        #expect(problems.first?.ja.hasSuffix("。「口」（漢字 U+53E3）を「ロ」（カタカナ U+30ED）に直してください") == true)
        #expect(problems.first?.en.hasSuffix(". Replace “口” (kanji U+53E3) by “ロ” (katakana U+30ED)") == true)
    }
}
