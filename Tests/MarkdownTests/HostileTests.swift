import Diagnostics
import HTML
import Markdown
import Testing

/// Texts that could crash a parser, exhaust its stack or take quadratic time.
@Suite struct HostileTests {
    static let texts: [String: String] = [
        "quotes": String(repeating: ">", count: 20_000),
        "quotes in lines": String(repeating: "> ", count: 300) + "a\n" + String(repeating: "> b\n", count: 300),
        "lists": String(repeating: "- ", count: 20_000),
        "brackets": String(repeating: "[", count: 50_000),
        "links": String(repeating: "[a](b", count: 20_000),
        "closed links": String(repeating: "[a](b)", count: 20_000),
        "images": String(repeating: "![", count: 20_000) + "a" + String(repeating: "](b)", count: 20_000),
        "stars": String(repeating: "**「a」", count: 20_000),
        "many stars": String(repeating: "*", count: 50_000) + "「",
        "mixed marks": String(repeating: "*_「", count: 20_000),
        "openers": String(repeating: "あ*「a ", count: 20_000),
        "nested emphasis": String(repeating: "*「", count: 10_000) + String(repeating: "」*", count: 10_000),
        "braces": String(repeating: "{漢|", count: 30_000),
        "ruby": String(repeating: "{漢字|か|ん|じ}", count: 1_000),
        "dollars": String(repeating: "$a", count: 30_000),
        "formulas": String(repeating: "$a_1$*", count: 2_000),
        "tildes": String(repeating: "~~a", count: 5_000),
        "footnotes": String(repeating: "[^a]: ", count: 2_000),
        "footnote lines": String(repeating: "[^a]: b\n", count: 10_000),
        "tags": String(repeating: "<b>", count: 4_000),
        "half tags": String(repeating: "<a '", count: 20_000),
        "comments": String(repeating: "<!--", count: 20_000),
        "blocks of HTML": String(repeating: "<div>\n\n", count: 5_000),
        "code": String(repeating: "`a``b", count: 20_000),
        "references": String(repeating: "&amp;&copy;&#x41;&#0;&", count: 5_000),
        "headings": String(repeating: "## a\n", count: 20_000),
        "levels": String(repeating: "###### {#A}\n", count: 5_000),
        "tables": String(repeating: "|a|b|\n|-|-|\n|c|\n\n", count: 3_000),
        "rows": "|a|b|\n|-|-|\n" + String(repeating: "|\n", count: 20_000),
        "columns": String(repeating: "|a", count: 20_000) + "\n" + String(repeating: "|-", count: 20_000) + "\n|b",
        "wide rows": "|a|\n|-|\n" + String(repeating: String(repeating: "|b", count: 2_000) + "\n", count: 10),
        "delimiters": String(repeating: "|-|\n", count: 10_000),
        "definitions": String(repeating: "[a]: b\n", count: 20_000) + "*「a」*b",
        "one line": String(repeating: "あ**い。**", count: 20_000),
        "lines": String(repeating: "あ\n", count: 50_000),
        "NUL": String(repeating: "\0*「\0」*a[\0](b)", count: 2_000),
        "controls": (1..<32).map { String(UnicodeScalar(UInt8($0))) }.joined() + "*「a」*b \u{7F}",
        "carriage returns": "あ\r*「い」*う\r\rえ\r\nお",
        "unclosed": "*「[a](<b \"c\n```\n<!-- {漢|$x^",
    ]

    @Test(arguments: texts.keys.sorted())
    func isParsedAndRendered(_ name: String) {
        let text = Self.texts[name] ?? ""
        let clock = ContinuousClock()
        let time = clock.measure {
            let page = html(text)
            #expect(isBalanced(page), "\(name)")
            #expect(!page.contains("<script"))
        }
        // A quadratic step on these takes minutes.
        #expect(time < .seconds(20), "\(name): \(time)")
        #expect(parse(text).diagnostics.count <= 501)
    }

    @Test func tooManyProblemsAreSummedUp() {
        let diagnostics = parse(
            String(repeating: "<b>\n", count: 2).replacing("<b>", with: String(repeating: "[](a) ", count: 400))
        ).diagnostics
        #expect(diagnostics.count == 501)
        #expect(diagnostics.last?.id == "too-many-problems")
        // Two links without a text, and none of them is hidden: 800 problems, of which 500 are shown.
        #expect(diagnostics.problemCount == 800)
        #expect(diagnostics.last?.message.ja.contains("ほかに300件") == true)
        #expect(diagnostics.last?.severity == .error)
    }

    @Test(arguments: [
        ("> ", 101), (">", 500), ("- ", 101), ("* ", 101), ("+ ", 101), ("1. ", 101), ("12) ", 200), ("> - ", 51),
        ("> 1. * ", 34),
    ])
    func tooManyLevelsAreReportedAndNotParsed(mark: String, count: Int) {
        let line = String(repeating: mark, count: count) + "a"
        let (document, diagnostics) = parse("before\n\n\(line)\n\n[](b) after\n")
        #expect(diagnostics.map(\.id) == ["nested-too-deeply", "link-without-text"])
        #expect(diagnostics.first?.range?.start == SourcePosition(line: 3, column: 1))
        #expect(diagnostics.first?.severity == .error)
        // What is before and after it is still read.
        #expect(document.blockCount == 2)
    }

    @Test(arguments: [
        String(repeating: "> ", count: 100) + "a", String(repeating: "- ", count: 100) + "a",
        // Thematic breaks, also in a quote, nest nothing.
        String(repeating: "- ", count: 300), String(repeating: "* ", count: 300), "> " + String(repeating: "-", count: 300),
        String(repeating: "-", count: 300), String(repeating: "=", count: 300),
        // Images that end, and images in other paragraphs.
        String(repeating: "![a](b.png) ", count: 2_000), String(repeating: "![ [a](b)\n\n", count: 2_000),
        String(repeating: "![[]()", count: 1_000),
        // No marks: no blank after it, or not at the start of the line.
        String(repeating: "-a", count: 300), String(repeating: "1.", count: 300), "a " + String(repeating: "> ", count: 300),
        String(repeating: "*", count: 300) + "a", String(repeating: "1234567890. ", count: 300),
        // Code.
        "```\n" + String(repeating: "> ", count: 300) + "\n```", "~~~ text\n" + String(repeating: ">", count: 300) + "a\n~~~\n",
    ])
    func theseAreNotTooDeep(text: String) {
        #expect(parse(text).diagnostics.filter { $0.id == "nested-too-deeply" } == [])
    }

    @Test func marksAfterACodeBlockAreCounted() {
        let line = String(repeating: "> ", count: 300) + "a"
        let found = parse("```\n\(line)\n```\n\n\(line)\n\n````\n```\n\(line)\n````\n").diagnostics
        #expect(found.map { "\($0.id) \($0.range?.start.line ?? 0)" } == ["nested-too-deeply 5"])
    }

    /// Lists that are nested over lines have as many levels as lines, each with two columns.
    @Test func indentedMarksCountWithTheLinesBefore() {
        let deep = String(repeating: " ", count: 300) + "- - a"
        #expect(parse("- a\n\n\(deep)\n").diagnostics.map(\.id) == ["nested-too-deeply"])
        #expect(parse("- a\n\n" + String(repeating: " ", count: 300) + "- a\n").diagnostics == [])
    }

    @Test func emptyTexts() {
        for text in ["", "\n", " ", "\u{FEFF}", "\0"] { #expect(isBalanced(html(text))) }
        #expect(parse("").document.blockCount == 0)
        #expect(MarkdownDocument.empty.plainText() == "")
        #expect(MarkdownDocument.empty.headings == [])
    }

    @Test func bytesThatAreNotUTF8() {
        for bytes in [
            [0xFF, 0x2A, 0xE3], [0x2A, 0xE3, 0x81, 0x2A], [0xF0, 0x9F, 0x0A, 0x80], [0x7B, 0xE6, 0x7C, 0x81, 0x7D],
        ] as [[UInt8]] {
            var buffer = HTMLBuffer()
            parse(bytes).document.render(into: &buffer, options: RenderOptions())
            #expect(!buffer.bytes.isEmpty)
        }
    }

    /// Locations are those in the whole file, whatever is before the body.
    @Test func theBodyMayStartAnywhere() {
        let front = Array("---\ntitle: 題\n---\n".utf8)
        let body = Array("> 一\n> [あ](javascript:x) `|`\n\n## 見出し\n".utf8)
        let text = SourceText(path: "a.md", utf8: front + body)
        let (document, diagnostics) = MarkdownDocument.parse(text, bytes: front.count..<front.count + body.count)
        #expect(diagnostics.map { $0.range?.start } == [SourcePosition(line: 5, column: 7)])
        #expect(diagnostics.first?.line?.text == "> [あ](javascript:x) `|`")
        #expect(document.headings.first?.source == (text.utf8.count - 13)..<(text.utf8.count - 1))
        #expect(document.links.first.map { text.string($0.source) } == "[あ](javascript:x)")
        #expect(MarkdownDocument.parse(text, bytes: 0..<9_999).document.blockCount > 0)
    }

    @Test func manyThreadsParseAtOnce() async {
        let text = Self.texts["one line"].map { String($0.prefix(400)) } ?? ""
        let expected = html(text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { html(text) == expected } }
            for await isEqual in group { #expect(isEqual) }
        }
    }
}
