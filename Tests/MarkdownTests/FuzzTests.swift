import Diagnostics
import Foundation
import HTML
import Markdown
import Testing

/// Random texts composed of markup and Japanese. `MARKDOWN_FUZZ_ROUNDS` and `MARKDOWN_FUZZ_SEED` change how many and which.
@Suite struct FuzzTests {
    static let rounds = Int(ProcessInfo.processInfo.environment["MARKDOWN_FUZZ_ROUNDS"] ?? "") ?? 3000
    static let seed = UInt64(ProcessInfo.processInfo.environment["MARKDOWN_FUZZ_SEED"] ?? "") ?? 1

    static let inlines = [
        "a", "b c", " ", "  ", "\n", "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "![", "](x)", "[a]", "[b][a]",
        "<b>", "</b>", "<!-- c -->", "<https://a.example>", "<a@b.example>", "\\", "\\*", "\\\n", "&amp;", "&copy;", "&#42;",
        "&x;", "\"", "'", "!", "](<x y> \"t\")", "](x 't\nu')", "\t", "]: ", ".", "-", "~~", "$", "{", "|", "}", ":",
    ]
    static let japanese = [
        "支援", "「", "」", "。", "、", "（就労）", "ｶﾅ", "한글", "…", "　", "{漢字|かんじ}", "{漢字|かん|じ}", "**「就労」**", "*強調。*", "葛\u{E0100}",
        "①", "http://例え.example", "javascript:alert(1)", "<script>", "[^1]", "[^1]: ", "$x$",
        "| a | b |\n| - | - |\n| c | d |\n", "\n\n| ", " | ", "\n|-|-|\n| ", "|",
    ]
    static let blocks = [
        "\n", "\n\n", "> ", ">", "- ", "* ", "1. ", "10) ", "  ", "    ", "\t", "# ", "## ", "### ", "---\n", "===\n", "```\n",
        "~~~",
        "<div>\n", "<!--", "[a]: /u\n", "[b]: <v> 't'\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n>   > ", "\r\n", "\r",
    ]

    struct Random {
        var state: UInt64
        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        mutating func text(of parts: [[String]]) -> String {
            (0..<next(below: 24) + 1).map { _ in
                let list = parts[next(below: parts.count)]
                return list[next(below: list.count)]
            }.joined()
        }
    }

    @Test func pairingAgainByCommonMarkChangesNothing() {
        var random = Random(state: Self.seed)
        let inlines = Self.inlines.filter { !["$", "{", "|"].contains($0) }
        for _ in 0..<Self.rounds {
            let text = random.text(of: [inlines, inlines, Self.blocks, ["ä", "¿", "한"]])
            let bytes = Array(text.utf8)
            let result = parsedAsCommonMark(bytes)
            #expect(result.misaligned == 0, "\(text.debugDescription)")
            #expect(result.html == libcmark(bytes), "\(text.debugDescription)")
        }
    }

    @Test func textsWithoutJapaneseAreAsInLibcmark() {
        var random = Random(state: Self.seed &+ 1)
        let plain = Self.inlines.filter { !["$", "|", "{", "]: "].contains($0) }
        for _ in 0..<Self.rounds {
            let text = random.text(of: [plain, plain, Self.blocks])
            let bytes = Array(text.utf8)
            #expect(asCommonMark(bytes) == libcmark(bytes), "\(text.debugDescription)")
        }
    }

    /// For every text the page is well formed, holds nothing that runs or loads, and every problem has a range in the text.
    @Test func pagesAreWellFormedAndSafe() {
        var random = Random(state: Self.seed &+ 2)
        for _ in 0..<Self.rounds {
            let text = random.text(of: [Self.inlines, Self.japanese, Self.japanese, Self.blocks])
            let (document, diagnostics) = parse(text)
            let page = html(text)
            #expect(isBalanced(page), "\(text.debugDescription)")
            for danger in ["<script", "href=\"javascript", "src=\"javascript", "src=\"http", "<div>", "<b>"] {
                #expect(!page.contains(danger), "\(text.debugDescription)")
            }
            let source = SourceText(path: "a.md", utf8: Array(text.utf8))
            #expect(
                MarkdownDocument.misalignedLeaves(in: source) == 0, "\(text.debugDescription)")
            let lines = text.replacing("\r\n", with: "\n").utf8.filter { $0 == 0x0A }.count + 1
            for diagnostic in diagnostics {
                guard let range = diagnostic.range else {
                    Issue.record("\(diagnostic.id) has no range")
                    continue
                }
                #expect(range.start <= range.end && range.end.line <= lines, "\(text.debugDescription)")
            }
            for link in document.links {
                #expect(
                    link.source.upperBound <= text.utf8.count && link.source.contains(link.destinationSource.lowerBound),
                    "\(link)")
            }
            #expect(Set(document.headings.map(\.id)).count == document.headings.count, "\(text.debugDescription)")
            #expect(!document.plainText().contains("\u{1}"))
        }
    }

    /// Rendering block by block gives the same page as rendering the whole document.
    @Test func blocksTogetherAreTheWholePage() {
        var random = Random(state: Self.seed &+ 3)
        let options = RenderOptions(address: { $0 })
        for _ in 0..<Self.rounds / 4 {
            let text = random.text(of: [Self.japanese, Self.inlines, ["\n\n", "\n\n- ", "\n\n> "]])
            let document = parse(text).document
            var whole = HTMLBuffer()
            var parts = HTMLBuffer()
            document.render(into: &whole, options: options)
            for block in 0..<document.blockCount { document.render(into: &parts, blocks: block..<block + 1, options: options) }
            #expect(whole.bytes == parts.bytes, "\(text.debugDescription)")
        }
    }
}
