import Testing

@Suite struct TableTests {
    /// The cells of all rows, without the markup around them.
    private func cells(_ text: String) -> [[String]] {
        html(text).split(separator: "<tr>\n").dropFirst().map { row in
            row.split(separator: "\n").filter { $0.hasPrefix("<td") || $0.hasPrefix("<th ") }.map { cell in
                let inner = cell.drop { $0 != ">" }.dropFirst().dropLast(5)
                return String(inner)
            }
        }
    }

    @Test func wholeTable() {
        let text = "| 項目 | 数 |\n|:-----|---:|\n| 就労 | 17 |\n"
        #expect(
            html(text) == """
                <div class="table-wrap" role="group" tabindex="0" aria-label="表：項目、数">
                <table>
                <thead>
                <tr>
                <th scope="col" class="align-left">項目</th>
                <th scope="col" class="align-right">数</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="align-left">就労</td>
                <td class="align-right">17</td>
                </tr>
                </tbody>
                </table></div>

                """)
        #expect(problems(text) == [])
        #expect(parse(text).document.plainText() == "項目 数\n就労 17")
        #expect(parse(text).document.blockCount == 1)
    }

    @Test(
        arguments: [
            ("a | b\n-|-\nc | d", [["a", "b"], ["c", "d"]]),
            ("| a |\n| - |\n| b |", [["a"], ["b"]]),
            ("| a | b |\n|---|---|", [["a", "b"]]),
            ("| a | b |\n|:-:|---|\n| c |", [["a", "b"], ["c", ""]]),
            ("| a\\|b | `c\\|d` |\n|-|-|\n| \\\\| e |", [["a|b", "<code>c|d</code>"], ["\\", "e"]]),
            (
                "| **「就」**労 | {漢字|かん|じ} |\n|-|-|\n| [x](y.md) | *z* |",
                [
                    ["<strong>「就」</strong>労", "<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>"],
                    ["<a href=\"y.md\">x</a>", "<em>z</em>"],
                ]
            ),
            ("| a | b |\n|-|-|\n| *c | d* |", [["a", "b"], ["*c", "d*"]]),
            ("| # a | - b |\n|-|-|\n| 1. c # | d\\ |", [["# a", "- b"], ["1. c #", "d\\"]]),
            (
                "| [x] | [y][z] |\n|-|-|\n| a | b |\n\n[x]: /x\n[z]: /z",
                [["<a href=\"/x\">x</a>", "<a href=\"/z\">y</a>"], ["a", "b"]]
            ),
            ("| a<br>b | c |\n|-|-|\n| d | e |", [["a<br>b", "c"], ["d", "e"]]),
            ("> - | a | b |\n>   |-|-|\n>   | c | d |", [["a", "b"], ["c", "d"]]),
            ("| a | b |\n|-|-|\n| | |", [["a", "b"], ["", ""]]),
        ] as [(String, [[String]])])
    func cells(_ text: String, _ expected: [[String]]) {
        #expect(cells(text) == expected)
        #expect(problems(text) == [])
    }

    @Test func emptyHeaderCellsAreNotHeaders() {
        #expect(html("| | b |\n|-|-|\n| c | d |").contains("<td></td>\n<th scope=\"col\">b</th>"))
    }

    @Test func severalTablesInOneText() {
        #expect(
            cells("| a | b |\n|-|-|\n| c | d |\n\n文\n\n| e | f |\n|-|-|\n| g | h |") == [
                ["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"],
            ])
    }

    @Test(arguments: [
        ("前の文\n| a | b |\n|---|---|\n", ["2:1-2:10 table-needs-blank-line"]),
        ("| a | b |\n|---|\n", ["1:1-1:10 table-header-mismatch"]),
        ("| a | b |\n|-|-|\n| c | d | e |\n", ["3:1-3:14 table-extra-cells"]),
        (
            "> | a | b |\n> |-|-|\n> | c | <b>d | ~~e~~ |\n",
            ["3:3-3:23 table-extra-cells", "3:9-3:12 raw-html", "3:16-3:21 unsupported-markdown"]
        ),
        ("| a\\|b | [x](javascript:y) |\n|-|-|", ["1:14-1:26 unsafe-address"]),
    ])
    func problemsInTables(_ text: String, _ expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test func tooManyColumns() {
        let text = String(repeating: "|a", count: 101) + "\n" + String(repeating: "|-", count: 101)
        #expect(problems(text) == ["1:1-1:203 table-too-wide"])
        #expect(!html(text).contains("<table"))
    }

    @Test(arguments: ["a\n---\n", "a | b\nc | d\n", "| a | b |\n| c | d |\n", "```\n| a |\n| - |\n```", "| a |", "a\n|-|"])
    func textsThatAreNotTables(_ text: String) {
        #expect(asCommonMark(Array(text.utf8)) == libcmark(Array(text.utf8)))
        #expect(problems(text) == [])
    }

    @Test func extraCellsAreShown() {
        #expect(cells("| a |\n| - |\n| b | c |") == [["a"], ["b", "c"]])
    }
}
