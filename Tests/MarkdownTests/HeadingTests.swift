import HTML
import Markdown
import Testing

@Suite struct HeadingTests {
    private func ids(_ text: String) -> [String] {
        parse(text).document.headings.map(\.id)
    }

    @Test(arguments: [
        ("## 必要性・きっかけ", "必要性きっかけ"), ("## Job Coach と　A型", "job-coach-と-a型"), ("## ！？", "section"),
        ("## **強い** `code`", "強い-code"),
        ("## - a -- b -", "a-b"), ("## Ä_b", "Ä_b"), ("## 見出し {#midashi}", "midashi"), ("## 見出し{#a-1} ##", "a-1"),
        ("見出し {#b}\n---", "b"),
        ("## a & b &amp; c", "a-b-c"), ("## {#only}", "only"),
    ])
    func idsOfText(_ text: String, _ expected: String) {
        #expect(ids(text) == [expected])
    }

    @Test func idsAreUnique() {
        #expect(ids("## a\n\n## a\n\n## a-2\n\n## a\n") == ["a", "a-2", "a-2-2", "a-3"])
        #expect(ids("## a\n\n## b {#a}\n\n## a\n") == ["a-2", "a", "a-3"])
        let many = String(repeating: "## 同じ\n\n", count: 300)
        #expect(Set(ids(many)).count == 300)
    }

    @Test func anIDDependsOnlyOnItsOwnHeading() {
        #expect(ids("## 新しい\n\n## 概要\n").last == ids("## 概要\n").first)
    }

    @Test func headingsHaveTheirLevelBlockAndSourceRange() {
        let headings = parse("前\n\n## 一 {#ichi}\n\n> ### 二\n\n三\n---\n").document.headings
        #expect(headings.map(\.level) == [2, 3, 2])
        #expect(headings.map(\.text) == ["一", "二", "三"])
        #expect(headings.map(\.block) == [1, nil, 3])
        #expect(headings.map(\.source) == [5..<19, 23..<30, 32..<35])
    }

    @Test(arguments: [
        ("# 一", ["1:1-1:4 heading-level-one"]),
        ("### 一", ["1:1-1:6 heading-skips-level"]),
        ("## 一\n\n#### 二\n\n#### 三", ["3:1-3:7 heading-skips-level"]),
        ("## 一\n\n### 二\n\n## 三\n\n### 四", []),
        ("##", ["1:1-1:3 empty-heading"]),
        ("## <!-- -->", ["1:1-1:12 empty-heading"]),
        ("## 一 {#Foo}", ["1:6-1:12 heading-id-form"]),
        ("## 一 {#1}", ["1:6-1:10 heading-id-form"]),
        ("## 一 {#a}\n\n## 二 {#a}", ["3:6-3:10 duplicate-heading-id"]),
        ("> ## 一\n> ##### 二", ["2:3-2:10 heading-skips-level"]),
        ("## 一 \\{#a}", []),
    ])
    func problemsOfHeadings(_ text: String, _ expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test(arguments: [
        ("## a\n\n### b\n\n## c", 2, [2, 3, 2]), ("## a\n\n### b", 3, [3, 4]), ("### a\n\n## b\n\n#### c", 2, [2, 2, 3]),
        ("# a\n\n#### b\n\n##### c\n\n## d", 3, [3, 4, 5, 4]), ("## a\n\n### b\n\n#### c", 5, [5, 6, 6]), ("###### a", 4, [4]),
    ])
    func levelsOnThePage(_ text: String, _ level: Int, _ expected: [Int]) {
        let page = html(text, options: RenderOptions(headingLevel: level))
        #expect(page.split(separator: "<h").dropFirst(0).compactMap { Int($0.prefix(1)) } == expected)
        for heading in expected { #expect(page.contains("</h\(heading)>")) }
    }

    @Test func aRangeOfBlocksStartsAtTheRequestedLevel() {
        let document = parse("## a\n\n一\n\n### b\n\n二\n\n## c\n\n三\n").document
        var buffer = HTMLBuffer()
        document.render(into: &buffer, blocks: 1..<4, options: RenderOptions(headingLevel: 3, idPrefix: "c001-"))
        #expect(buffer.finish().string == "<p>一</p>\n<h3 id=\"c001-b\">b</h3>\n<p>二</p>\n")
        #expect(document.plainText(blocks: 1..<4) == "一\nb\n二")
        #expect(document.plainText(blocks: 4..<99) == "c\n三")
        #expect(document.plainText(blocks: 9..<12) == "")
    }

    @Test func blocksAreCountedAcrossHeadings() {
        let document = parse("一\n\n## 二\n\n三\n\n> ## 四\n\n五\n\n### 六\n\n七\n\n八").document
        let texts = ["一", "二", "三", "四", "五", "六", "七", "八"]
        for first in texts.indices {
            for end in first...texts.count {
                #expect(document.plainText(blocks: first..<end) == texts[first..<end].joined(separator: "\n"))
            }
        }
    }
}
