import Testing

@Suite struct RubyTests {
    @Test(arguments: [
        ("{漢字|かんじ}", "<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>"),
        ("{漢字|かん|じ}", "<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>"),
        ("{WHO|ダブリューエイチオー}", "<ruby>WHO<rp>（</rp><rt>ダブリューエイチオー</rt><rp>）</rp></ruby>"),
        ("{葛\u{E0100}飾|かつ|しか}", "<ruby>葛\u{E0100}<rp>（</rp><rt>かつ</rt><rp>）</rp>飾<rp>（</rp><rt>しか</rt><rp>）</rp></ruby>"),
        ("**{漢字|かんじ}**の", "<strong><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></strong>の"),
        ("[{漢字|かんじ}](a.md)", "<a href=\"a.md\"><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></a>"),
        ("\\{漢字|かんじ}", "{漢字|かんじ}"),
        ("{漢字\\|かんじ}", "{漢字|かんじ}"),
        ("{漢字|かんじ\\}", "{漢字|かんじ}"),
        ("`{漢字|かんじ}`", "<code>{漢字|かんじ}</code>"),
        ("{漢字\n|かんじ}", "{漢字\n|かんじ}"),
        ("{yes|no}", "{yes|no}"),
        ("{漢字}", "{漢字}"),
        ("{漢字 | かんじ}", "{漢字 | かんじ}"),
        ("{{漢字|かんじ}", "{<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>"),
        ("![{漢字|かんじ}](a.png)", "<img src=\"a.png\" alt=\"漢字\" loading=\"lazy\" decoding=\"async\">"),
    ])
    func readings(_ text: String, _ expected: String) {
        #expect(html(text) == "<p>\(expected)</p>\n")
        #expect(problems(text) == [])
    }

    @Test(arguments: [
        ("前{漢字|か|ん|じ}", "1:2-1:12 ruby-mismatch"), ("> 一\n> 二{漢字|}", "2:4-2:9 ruby-mismatch"),
        ("{漢字|かん||}", "1:1-1:10 ruby-mismatch"),
    ])
    func mismatchedReadingsAreReportedAndStayText(_ text: String, _ expected: String) {
        #expect(problems(text) == [expected])
        #expect(!html(text).contains("<ruby>"))
    }

    @Test func plainTextHasOnlyTheBase() {
        #expect(parse("{漢字|かんじ}の本").document.plainText() == "漢字の本")
        #expect(parse("## {漢字|かん|じ}の本").document.headings.map(\.text) == ["漢字の本"])
        #expect(parse("## {漢字|かん|じ}の本").document.headings.map(\.id) == ["漢字の本"])
    }
}
