import Site
import Testing

@Suite struct GlossaryPageTests {
    private func site() -> MiniSite {
        var site = MiniSite()
        site.layouts = [
            .glossary: "{{#rows}}{{id}} {{label}}\n{{#words}}{{id}} {{term}} {{count}}:{{#cases}} {{path}}{{/cases}}"
                + "{{#more}} +{{more_count}} {{search_path}}{{/more}}\n{{/words}}{{/rows}}",
            .caseFile: "{{#sections}}{{{body}}}{{/sections}}{{#contents}}{{level}} {{id}}\n{{/contents}}",
            .booklet: "{{#parts}}{{#cases}}{{#sections}}{{{body}}}{{/sections}}{{/cases}}{{/parts}}",
            .comparison: "{{#cases}}{{#cells}}{{{body}}}{{/cells}}{{/cases}}",
        ]
        return site
    }

    @Test func listsWordsInOrderWithTheCasesThatUseThem() throws {
        var site = site()
        site.addWord("visit", "見学", yomi: "けんがく")
        site.addWord("sign", "合図", yomi: "あいず")
        for number in 1...7 { site.add("c00\(number)", title: "題名\(number)", body: "見学と見学。") }
        site.add("c008", title: "題名8", keys: "status: withdrawn", body: "見学。")
        #expect(
            try site.plan().text("glossary.html") == """
                row-a あ行
                word-sign 合図 0:
                row-ka か行
                word-visit 見学 7: cases/c001.html cases/c002.html cases/c003.html cases/c004.html cases/c005.html +2 search.html?q=%E8%A6%8B%E5%AD%A6

                """)
    }

    @Test func inOtherLanguagesWordsAreSortedByTheirLetters() throws {
        var site = site()
        site.language = "en-GB"
        for word in ["olla", "mulch", "Meadow", "pH value", "3-2-1"] {
            site.addWord(word.lowercased().replacing(" ", with: "-"), word, yomi: nil)
        }
        site.add("c001", body: "Mulch and ollas.")
        #expect(
            try site.plan().text("glossary.html") == """
                row-m M
                word-meadow Meadow 0:
                word-mulch mulch 1: cases/c001.html
                row-o O
                word-olla olla 0:
                row-p P
                word-ph-value pH value 0:
                row-other Other
                word-3-2-1 3-2-1 0:

                """)
    }

    @Test func wordsAreLinkedOnCasePagesOnly() throws {
        var site = site()
        site.addWord("visit", "見学", yomi: "けんがく")
        site.add("c001", body: "見学と見学。")
        let plan = try site.plan()
        #expect(
            try plan.text("cases/c001.html")
                == "<p><a class=\"glossary\" href=\"../glossary.html#word-visit\">見学</a>と見学。</p>\n")
        for path in plan.paths where path != "cases/c001.html" && path != "glossary.html" {
            let text = try plan.text(path) ?? ""
            #expect(!text.contains("word-visit") && !text.contains("class=\"glossary\""), "\(path)")
        }
    }

    @Test func thePageExistsOnlyWithAGlossary() throws {
        var site = site()
        site.add("c001")
        let plan = try site.plan()
        #expect(!plan.paths.contains("glossary.html"))
        #expect(try plan.text("llms.txt")?.contains("用語集") == false)
        site.addWord("visit", "見学", yomi: "けんがく")
        let with = try site.plan()
        #expect(with.paths.contains("glossary.html"))
        #expect(try with.text("llms.txt")?.contains("[用語集](https://example.jp/a/b/glossary.html)") == true)
        #expect(try with.text("sitemap.xml")?.contains("/glossary.html<") == true)
    }

    @Test func aLongCaseHasContents() throws {
        var site = site()
        site.add("c001", body: "短い。")
        site.add("c002", title: "二", body: String(repeating: "長い文章です。", count: 300))
        site.add("c003", title: "三", body: "始め。\n\n### 小見出し\n\n続き。\n\n> ### 引用の中")
        let plan = try site.plan()
        #expect(try plan.text("cases/c001.html") == "<p>短い。</p>\n")
        #expect(try plan.text("cases/c002.html")?.hasSuffix("2 outline\n") == true)
        #expect(try plan.text("cases/c003.html")?.hasSuffix("2 outline\n3 小見出し\n") == true)
    }
}
