import CasebookModel
import TestSupport
import Testing

@Suite struct InvalidYAMLTests {
    private func problems(title: String) -> [ReportedProblem] {
        SmallCasebook().replacing("一つ目の事例", with: title, in: "cases/c001.md").problems()
    }

    @Test(arguments: [
        ("&A社との連携", "&"), ("&A 社", "&"), ("{案}見学の準備", "{"), ("!!急ぎの見学", "!"), ("!important 見学", "!"), ("*name", "*"),
    ])
    func aMarkAtTheStart(title: String, mark: String) {
        let end = 8 + title.count
        #expect(
            problems(title: title) == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:8",
                    ja: "「\(mark)」で始まる値は、そのままでは読めません。「\"\(title)\"」のように、全体を引用符で囲んでください",
                    en:
                        "A value that starts with “\(mark)” cannot be read as it is: put all of it in quotation marks, like “\"\(title)\"”",
                    fix: "2:8-2:\(end) → \"\(title)\"")
            ])
    }

    /// What the reader takes as text although YAML does not.
    @Test(arguments: [
        "@A社", "%の話", "`A`の話", "*強調*", "!急ぎ", "&社", "|AIの話", ">AIの話", "- 見学", "? 見学", "見学: 準備", "[速報] 見学", "A#1", "\"急ぎ\"の見学",
        "'it''s'", "\"a\\u3042\"", "「案」見学",
    ])
    func whatIsTextStaysText(title: String) {
        #expect(problems(title: title) == [])
    }

    @Test(arguments: ["[案の見学", "{案の見学", "{a: b"])
    func aBracketThatNeverEnds(title: String) {
        let close = title.hasPrefix("[") ? "]" : "}"
        #expect(
            problems(title: title) == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:8",
                    ja: "ここで始まる括弧が閉じられていません。終わりに「\(close)」を書いてください。文字なら、値の全体を引用符「\"」で囲んでください",
                    en:
                        "This bracket is not closed: write “\(close)” at the end, or put the whole value in quotation marks if it is text"
                )
            ])
    }

    @Test func aBackslash() {
        #expect(
            problems(title: "\"C:\\資料\"") == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:8",
                    ja: "引用符「\"」の中の「\\」は、そのままでは読めません。「'C:\\資料'」のように、「'」で囲んでください",
                    en: "A “\\” between “\"” cannot be read as it is: use the other quotation marks, like “'C:\\資料'”",
                    fix: "2:8-2:15 → 'C:\\資料'")
            ])
    }

    /// The problem and its fix in a nested map of the settings, by a line in place of a taxonomy's key.
    @Test(arguments: [
        ("label: &分野", "16:12", "label: \"&分野\""), ("label: 分野: A", "16:12", "label: \"分野: A\""),
        ("label: {分野}の", "16:12", "label: \"{分野}の\""), ("label: \"分\"野", "16:12", "label: '\"分\"野'"),
    ])
    func inTheSettings(line: String, place: String, meant: String) throws {
        let casebook = SmallCasebook().replacing("label: 分野", with: line, in: "casebook.yml")
        let problem = try #require(casebook.problems().first)
        #expect(problem.id == "invalid-yaml" && problem.location == "casebook.yml:\(place)")
        #expect(problem.fix?.hasSuffix("→ " + meant.dropFirst("label: ".count)) == true)
        #expect(
            !SmallCasebook().replacing("label: 分野", with: meant, in: "casebook.yml").problems().contains {
                $0.id == "invalid-yaml"
            })
    }

    @Test(arguments: [
        ("    label: 分野", "    label 分野", "casebook.yml:16:5", "項目の名前の後に「: 」（半角のコロンと空白）がありません。「項目: 値」のように書いてください"),
        ("    label: 分野", "   label: 分野", "casebook.yml:16:4", "字下げがそろっていません。前の行と、始まりの空白の数をそろえてください"),
    ])
    func theLineWithTheMistakeIsNamed(old: String, new: String, place: String, ja: String) {
        let problems = SmallCasebook().replacing(old, with: new, in: "casebook.yml").problems()
        #expect(problems.map { "\($0.id) \($0.location) \($0.ja)" } == ["invalid-yaml \(place) \(ja)"])
    }

    @Test func textAfterAList() {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: "[本人, 家族] など", in: "cases/c001.md").problems()
        #expect(
            problems == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:5:9",
                    ja: "一覧として読めません。「[本人, 家族]」のように書いてください。引用符「\"」は、一つの値の始めと終わりに付けます",
                    en: "This is not a list: write it like “[本人, 家族]”, with quotation marks only around whole values")
            ])
    }

    @Test func nestedTooDeeply() {
        #expect(
            problems(title: String(repeating: "[", count: 40)) == [
                ReportedProblem(
                    "invalid-yaml", "cases/c001.md:2:40", ja: "括弧や字下げが深すぎます。浅くしてください",
                    en: "This is nested too deeply: use fewer levels")
            ])
    }

    /// All forms of quotation marks and brackets of YAML are read in lists.
    @Test(arguments: [
        "['本人', 家族]", "[\"本人\", '家族']", "[\"\\u672c人\", 家族]", "[ '本人' , 家族 ]", "[本人, '家族'] # はい", "[\n  '本人',\n  家族\n]",
        "\n  - '本人'\n  - \"\\u5bb6族\"", "\"本人\"", "'本人'", "[本人,\n  家族]", "[本人, 家族,]",
    ])
    func quotedListsAreRead(_ list: String) {
        let problems = SmallCasebook().replacing("[本人, 家族]", with: list, in: "cases/c001.md").problems()
        #expect(problems == [])
    }

    /// An escape in a list: the quotation mark is part of the name.
    @Test func aQuotationMarkInAName() {
        let casebook = SmallCasebook()
            .adding("actors/club.md", "---\nlabel: it's\nyomi: いっつ\n---\n")
            .replacing("[本人, 家族]", with: "['本人', 'it''s']", in: "cases/c001.md")
        #expect(casebook.problems() == [])
    }

    /// No word of the YAML library is in a message, whatever is wrong.
    @Test(arguments: [
        "&", "*", "!", "!<", "!!", "{", "}", "{a", "{a: [}", "[a, {b]", "\"", "\"\\x\"", "\"a\"\n  b", "|x", ">\n\tx",
        "a\n b: c\n  d", "%TAG", "{? a}",
        "{&a b: *a}", "[*a]", "{[a]: b}", "- - a", "{a: b, a: c}", "\n  a: b\n c", "\n  - a\n  b", "\n  ? a\n  : b\n c",
        "!a!b c", "\n  a: \"b\n  c: d",
    ])
    func messagesAreInTheLanguageOfTheReader(_ value: String) {
        for problem in problems(title: value) {
            #expect(!problem.ja.contains("did not") && !problem.ja.contains("found "), "\(problem)")
            #expect(!problem.en.contains("did not find") && !problem.en.contains("token"), "\(problem)")
            #expect(problem.ja.unicodeScalars.contains { $0.isWide })
        }
    }
}
