import Foundation
import HTML
import Testing

@testable import Markdown

/// Random texts put together of pieces of markup and Japanese. `MARKDOWN_FUZZ_ROUNDS` and `MARKDOWN_FUZZ_SEED` change how many
/// and which.
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
        "①", "http://例え.example", "javascript:alert(1)", "<script>", "[^1]", "[^1]: ", "$x$", "| a | b |\n| - | - |\n| c | d |\n", "|",
    ]
    static let blocks = [
        "\n", "\n\n", "> ", ">", "- ", "* ", "1. ", "10) ", "  ", "    ", "\t", "# ", "## ", "### ", "---\n", "===\n", "```\n", "~~~",
        "<div>\n", "<!--", "[a]: /u\n", "[b]: <v> 't'\n", "\n> ", "\n- ", "\n  ", "\n    ", "\n>   > ", "\r\n", "\r",
    ]

    struct Random {
        var state: UInt64
        mutating func next(below limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(limit))
        }
        mutating func text(of pieces: [[String]]) -> String {
            (0..<next(below: 24) + 1).map { _ in
                let list = pieces[next(below: pieces.count)]
                return list[next(below: list.count)]
            }.joined()
        }
    }

    @Test func pairingAnewByCommonMarkChangesNothing() {
        var random = Random(state: Self.seed)
        let inlines = Self.inlines.filter { $0 != "$" && $0 != "{" }
        for _ in 0..<Self.rounds {
            let text = random.text(of: [inlines, inlines, Self.blocks, ["ä", "¿", "한"]])
            let bytes = Array(text.utf8)
            let result = pairedAnew(bytes)
            #expect(result.misaligned == 0, "\(text.debugDescription)")
            #expect(result.html == libcmark(bytes), "\(text.debugDescription)")
        }
    }

    @Test func textsWithoutJapaneseAreAsLibcmarkHasThem() {
        var random = Random(state: Self.seed &+ 1)
        let plain = Self.inlines.filter { !["$", "|", "{", "]: "].contains($0) }
        for _ in 0..<Self.rounds {
            let text = random.text(of: [plain, plain, Self.blocks])
            let bytes = Array(text.utf8)
            #expect(asCommonMark(bytes) == libcmark(bytes), "\(text.debugDescription)")
        }
    }
}
