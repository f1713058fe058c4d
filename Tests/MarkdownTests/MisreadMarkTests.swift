import Diagnostics
import Markdown
import Testing

@Suite struct MisreadMarkTests {
    private func marks(_ text: String) -> [MisreadMark] {
        let source = SourceText(path: "a.md", utf8: Array(text.utf8))
        return MarkdownDocument.parseFindingMarks(source, bytes: 0..<source.utf8.count).marks
    }

    /// The text after all fixes, made as often as they change something.
    private func fixed(_ text: String) -> String {
        var text = text
        for _ in 0..<10 {
            let edits = marks(text).filter { $0.replacement != nil }
            guard !edits.isEmpty else { return text }
            var result: [UInt8] = []
            var offset = 0
            let bytes = Array(text.utf8)
            for edit in edits where edit.bytes.lowerBound >= offset {
                result += bytes[offset..<edit.bytes.lowerBound] + Array((edit.replacement ?? "").utf8)
                offset = edit.bytes.upperBound
            }
            text = String(decoding: result + bytes[offset...], as: UTF8.self)
        }
        return text
    }

    @Test(arguments: [
        ("＃＃ 背景", "## 背景"), ("＃＃背景", "## 背景"), ("＃＃＃　小見出し", "### 小見出し"), ("##見出し", "## 見出し"), ("###　小見出し", "### 小見出し"),
        ("##\u{A0}必要性", "## 必要性"), ("#＃ 背景", "## 背景"), ("　## 背景", "## 背景"), ("＃＃ 背景 ＃＃", "## 背景"), ("###1 見学", "### 1 見学"),
        ("文です。\n＃＃ 背景\n続き。", "文です。\n## 背景\n続き。"), ("> ＃＃ 背景", "> ## 背景"),
    ])
    func headings(_ text: String, _ expected: String) {
        #expect(marks(text).count == 1)
        #expect(fixed(text) == expected)
        #expect(marks(expected) == [])
    }

    @Test(arguments: [
        "#1の課題", "＃1の課題です。", "この＃は番号です。", "課題は#1と##2です。", "#就労 #支援", "C##", "####### 七つ", "`＃＃ 背景`", "```\n＃＃ 背景\n##背景\n```",
        "\\## 背景", "＃", "##", "＃＃＃", "文です。\n＃続き", "&#35;&#35;背景", "<!-- ＃＃ 背景 -->",
    ])
    func noHeadings(_ text: String) {
        #expect(marks(text) == [])
    }

    @Test func aHeadingOfLevelOneHasNoFix() {
        #expect(marks("＃ 見出し").map(\.replacement) == [nil])
        let heading = MeantHeading("#見出し", startsParagraph: true)
        #expect(heading?.level == 1)
        #expect(heading?.text == "見出し")
        #expect(MeantHeading("＃＃　背景 ＃＃", startsParagraph: false)?.line == "## 背景")
        #expect(MeantHeading("## 背景", startsParagraph: true) == nil)
    }

    @Test(arguments: [
        ("－ 項目\n－ 項目", "- 項目\n- 項目"), ("－項目\n－項目", "- 項目\n- 項目"), ("-　項目\n-　項目", "- 項目\n- 項目"), ("-項目\n-項目", "- 項目\n- 項目"),
        ("-項目", "- 項目"), ("－　項目", "- 項目"), ("＊ 項目\n＊ 項目", "- 項目\n- 項目"), ("＋項目\n＋項目", "- 項目\n- 項目"),
        ("*　項目\n*　項目", "- 項目\n- 項目"),
        ("― 項目\n― 項目", "- 項目\n- 項目"), ("- 項目\n-項目", "- 項目\n- 項目"), ("・一つ目\n・二つ目", "- 一つ目\n- 二つ目"),
        ("･一つ目\n･二つ目", "- 一つ目\n- 二つ目"),
        ("• 一\n• 二", "- 一\n- 二"), ("●一つ目\n●二つ目", "- 一つ目\n- 二つ目"), ("次のとおりです。\n・一つ目\n・二つ目", "次のとおりです。\n- 一つ目\n- 二つ目"),
        ("・一つ目\n　・細目\n・二つ目", "- 一つ目\n  - 細目\n- 二つ目"), ("> ・一\n> ・二", "> - 一\n> - 二"), ("　- 項目\n　- 項目", "- 項目\n- 項目"),
        ("- 親\n　- 子", "- 親\n  - 子"), ("- 親\n　・子\n　・子", "- 親\n  - 子\n  - 子"), ("　・一\n　・二", "- 一\n- 二"),
        ("文です。\n    - 項目\n    - 項目", "文です。\n- 項目\n- 項目"), ("・一つ目\n  ・細目\n・二つ目", "- 一つ目\n  - 細目\n- 二つ目"),
        ("- 親\n      - 子", "- 親\n  - 子"), ("文です。\n    ## 見出し", "文です。\n## 見出し"),
        ("文です。\n    1. 手順\n    2. 手順", "文です。\n1. 手順\n2. 手順"),
        ("文です。\n    > 引用", "文です。\n> 引用"), ("- ［事例］（c003.md）\n- 文", "- [事例](c003.md)\n- 文"),
    ])
    func lists(_ text: String, _ expected: String) {
        #expect(!marks(text).isEmpty)
        #expect(fixed(text) == expected)
        #expect(marks(expected) == [])
    }

    @Test(arguments: [
        "本人・家族", "・一つだけの行", "-5℃でした。", "－5℃\n－3℃", "- 項目\n- 項目", "＋5点", "-----", "－－－", "― 出典", "－ 完 －", "-以上-", "※ 注記です。",
        "※1 注\n※2 注",
        "文です。\n※ 注記です。", "03-1234-5678", "+81 3", "○○さんは\n○○会社で", "○月○日\n○月○日", "●", "＊ 注です。", "*強調* です\n*別* です", "`－ 項目`",
        "```\n・一\n・二\n－ 三\n```", "    code\n    ・ab", "「・一\nつづき」", "-1\n-2", "本人\n・家族と話す", "- ・一つだけ", "\\- 項目\n\\- 項目",
    ])
    func noLists(_ text: String) {
        #expect(marks(text) == [])
    }

    @Test(arguments: [
        ("1．手順\n2．手順", "1. 手順\n2. 手順"), ("１．手順\n２．手順", "1. 手順\n2. 手順"), ("１.手順\n２.手順", "1. 手順\n2. 手順"),
        ("1.手順\n2.手順", "1. 手順\n2. 手順"),
        ("１）手順\n２）手順", "1) 手順\n2) 手順"), ("(1)手順\n(2)手順", "1. 手順\n2. 手順"), ("（１）手順\n（２）手順", "1. 手順\n2. 手順"),
        ("1、手順\n2、手順", "1. 手順\n2. 手順"),
        ("1. 手順\n2.手順", "1. 手順\n2. 手順"), ("1.　手順\n2.　手順", "1. 手順\n2. 手順"), ("文です。\n2. 手順\n3. 手順", "文です。\n\n2. 手順\n3. 手順"),
        ("文です。\n２．手順\n３．手順", "文です。\n\n2. 手順\n3. 手順"), ("文です。\n１．手順\n２．手順", "文です。\n1. 手順\n2. 手順"),
        ("1. 手順\n  - 細目\n  - 細目\n2. 手順", "1. 手順\n   - 細目\n   - 細目\n2. 手順"), ("1. 手順\n  1. 細目\n2. 手順", "1. 手順\n   1. 細目\n2. 手順"),
    ])
    func numberedLists(_ text: String, _ expected: String) {
        #expect(!marks(text).isEmpty)
        #expect(fixed(text) == expected)
        #expect(marks(expected) == [])
    }

    @Test(arguments: [
        "1.5倍になりました。", "１．５倍\n２．５倍", "2026.4.1", "2026.4.1\n2026.4.2", "１．はじめに", "(1)の方法", "（1）と（2）", "1. 手順\n2. 手順",
        "10.5\n11.5", "文です。\n1986. A great year.",
        "3、4名が参加", " 9. 九\n10. 十", "1. 手順\n   - 細目", "- 項目\n  - 細目", "1. 手順\n\n- 別の一覧", "第1章\n第2章", "10：00 見学\n11：00 面談",
        "1.5\n2.5", "- 一\n 1. 二",
    ])
    func noNumberedLists(_ text: String) {
        #expect(marks(text) == [])
    }

    @Test(arguments: [
        ("＞ 引用", "> 引用"), ("＞引用です。", "> 引用です。"), ("｜時期｜内容｜\n｜---｜---｜\n｜前｜見学｜", "|時期|内容|\n|---|---|\n|前|見学|"),
        ("｜時期｜内容｜\n｜－－｜：ー｜\n｜前｜{見学｜けんがく}｜", "|時期|内容|\n|--|:-|\n|前|{見学|けんがく}|"),
        ("次の表です。\n｜時期｜内容｜\n|---|---|\n｜前｜見学｜", "次の表です。\n\n|時期|内容|\n|---|---|\n|前|見学|"), ("一行目　　\n二行目", "一行目\\\n二行目"),
        ("文です。\n\n    四つの空白で字下げした段落。", "文です。\n\n四つの空白で字下げした段落。"), ("文です。\n---", "文です。\n\n---"),
        ("一行目\n二行目\n---\n続き", "一行目\n二行目\n\n---\n続き"),
    ])
    func blocks(_ text: String, _ expected: String) {
        #expect(marks(text).count == 1)
        #expect(fixed(text) == expected)
        #expect(marks(expected) == [])
    }

    @Test(arguments: [
        "＞＞ 詳しくはこちら", "＞5%", "A＞B", "ホーム｜事例｜案内", "|a|b|\n|---|---|\n|c|d|", "a | b\n--- | ---\nc | d", "行末　\n次の行",
        "　字下げした段落です。\n　次の行",
        "```\n    四つの空白\n```", "    print(\"あ\")", "- 項目\n\n    続きの段落です。", "文です。\n\n---\n\n文です。", "## 見出し\n\n---",
    ])
    func noBlocks(_ text: String) {
        #expect(marks(text) == [])
    }

    @Test func withoutAFix() {
        #expect(marks("｜a｜b｜\n｜c｜d｜").map(\.kind) == [.tableWithoutDelimiter])
        #expect(marks("見出し\n---").map(\.kind) == [.underline(level: 2)])
        #expect(marks("見出し\n===").map(\.kind) == [.underline(level: 1)])
        #expect(marks("見出し\n---").map(\.replacement) == [nil])
        #expect(marks("※ 注\n※ 注").map(\.replacement) == [nil, nil])
        #expect(marks("これは**大切です。").map(\.kind) == [.unpairedStrong])
        #expect(marks("！[見学](c003.md)").map(\.replacement) == [nil])
    }

    @Test(arguments: [
        ("［事例］（c003.md）を参照。", "[事例](c003.md)を参照。"), ("[事例]（c003.md）を参照。", "[事例](c003.md)を参照。"),
        ("［事例](c003.md)", "[事例](c003.md)"),
        ("[事例](c003.md）です", "[事例](c003.md)です"), ("[事例] (c003.md)を参照。", "[事例](c003.md)を参照。"),
        ("[事例]　(c003.md)", "[事例](c003.md)"),
        ("![見学の図](../images/図 1.png)", "![見学の図](<../images/図 1.png>)"), ("！［図］（../images/a.png）", "![図](../images/a.png)"),
        ("！[図](../images/a.png)", "![図](../images/a.png)"), ("![図]（../images/a.png）", "![図](../images/a.png)"),
        ("[別紙](資料 1.pdf)", "[別紙](<資料 1.pdf>)"),
        ("［国の案内］（https://example.jp/a）です", "[国の案内](https://example.jp/a)です"),
        ("- ［事例］（c003.md#effect）", "- [事例](c003.md#effect)"),
        ("| a | b |\n|---|---|\n| ［事例］（c003.md） | c |", "| a | b |\n|---|---|\n| [事例](c003.md) | c |"),
        ("### ［事例］（c003.md）", "### [事例](c003.md)"),
        ("＊＊太字＊＊です。", "**太字**です。"), ("**太字＊＊です。", "**太字**です。"), ("これは ** 太字 ** です。", "これは **太字** です。"),
        ("これは**太字 **です。", "これは**太字**です。"),
        ("[事例](　c003.md　)です", "[事例](c003.md)です"), ("｀code｀です。", "`code`です。"), ("｛漢字｜かんじ｝", "{漢字|かんじ}"),
        ("{漢字｜かんじ}", "{漢字|かんじ}"), ("｛漢字|かん|じ｝", "{漢字|かん|じ}"),
    ])
    func inlines(_ text: String, _ expected: String) {
        #expect(marks(text).count == 1)
        #expect(fixed(text) == expected)
        #expect(marks(expected) == [])
    }

    @Test(arguments: [
        "［注］（出典：厚労省）", "［資料］（別紙）", "[1] (https://example.jp/)", "[事例](c003.md)", "[ ](c003.md)", "`［事例］（c003.md）`",
        "見てください！[事例](c003.md)を。",
        "\\[事例\\] (c003.md)", "2 ** 3 ** 4", "＊＊市の＊＊さん", "＊＊＊", "p = 0.05**", "**太字**です。", "\\*\\*太字", "(´｀)と(´｀)", "｛a｜b｝",
        "｛選択肢｜その他｝（案）", "<!-- ［事例］（c003.md） -->",
        "[事例](c003.md \"題\")", "（参考：a.md）［1］", "「**」を書く",
    ])
    func noInlines(_ text: String) {
        #expect(marks(text) == [])
    }

    @Test func starsOfOtherPairsStay() {
        #expect(fixed("**太字**と** 太字 **と＊＊太字＊＊と**片方だけ。").contains("と**太字**と"))
    }

    @Test func unpairedInTwoParagraphs() {
        #expect(marks("**一\n\n二**").map(\.kind) == [.unpairedStrong, .unpairedStrong])
    }

    /// Marks without end are found in time, and only so many.
    @Test(arguments: [
        "［", "］（", "[a] (b.md", "＊＊", "｛漢字｜", "｀", "・あ\n", "１．あ\n", "｜a\n", "> ・あ\n", "！[", "** あ", "　- あ\n", "文\n---\n",
    ])
    func manyMarks(_ piece: String) {
        let text = String(repeating: piece, count: 5_000)
        #expect(marks(text).count <= 500)
    }
}
