// Times parsing and rendering one Japanese document against libcmark alone.
//
//     swift run -c release --package-path Benchmarks/Markdown
//
// Prints microseconds a document, the best of several rounds, for a plain text of cases and for one full of markup.

import CCMark
import Diagnostics
import HTML
import Markdown

/// A case as editors write it: three headings, paragraphs, a list, little markup.
let plain = ["必要性・きっかけ", "取組・工夫の概要", "課題軽減・解決・向上の効果"].map { heading in
    """
    ## \(heading)

    診療場面において、難病患者が仕事に就いていてもいつの間にか辞めていることに後で気づくことが多く、早めに相談してもらえると
    よいと思っていた。患者は治療のことは話しても、仕事のことは話してよいと思っていないようだった。

    難病の診断・告知の際には、治療や復職の見通しの情報とともに、就労支援や治療と仕事の両立支援の概要をまとめたパンフレットを
    提供し、相談先を示すようにした。院内の相談支援センターと連携し、希望する患者には面談の場を設けた。

    - 診断のときに**一枚の案内**を渡す。
    - 相談先の名前と電話番号を載せる。

    患者から仕事の相談を受けることが増え、辞める前に支援機関へつなげられるようになった。
    [相談支援センター](../organizations/consultation.md)との連絡も早くなった。

    """
}.joined(separator: "\n")

/// A page full of markup.
let rich = (1...6).map { number in
    """
    ## **見出し**と`コード`\(number)

    **「就労」**支援と{漢字|かんじ}、[リンク](c001.md)、<https://example.org/>、*強調。*です。
    次の行も**「支援」**と続き、`code`と\\*記号\\*と&amp;がある。

    | 項目 | 内容 |
    |------|-----:|
    | **一** | [二](c002.md) |

    1. 一つめ
    2. 二つめ
       > 引用は[ここ](c003.md)から。

    """
}.joined(separator: "\n")

/// The best of `rounds` times, in microseconds a call.
func time(rounds: Int = 15, calls: Int = 2000, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<rounds).map { _ in
        let elapsed = clock.measure { for _ in 0..<calls { body() } }
        return Double(elapsed.components.attoseconds) / 1e12 / Double(calls)
            + Double(elapsed.components.seconds) * 1e6 / Double(calls)
    }.min() ?? 0
}

var written = 0
for (name, text) in [("plain", plain), ("rich", rich)] {
    let source = SourceText(path: "c001.md", utf8: Array(text.utf8))
    let options = RenderOptions(address: { $0 })
    let alone = time {
        source.utf8.withUnsafeBytes { bytes in
            guard let html = cmark_markdown_to_html(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, 0) else {
                return
            }
            written &+= ccmark_length(html)
            cmark_get_default_mem_allocator().pointee.free(html)
        }
    }
    let parsing = time { written &+= MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).document.blockCount }
    let ours = time {
        var buffer = HTMLBuffer(reservingCapacity: source.utf8.count * 2)
        MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).document.render(into: &buffer, options: options)
        written &+= buffer.bytes.count
    }
    let figures = [alone, parsing, ours].map { String(Int($0 * 100)) }
    print(
        "\(name): \(source.utf8.count) bytes; hundredths of a µs: libcmark \(figures[0]), parse \(figures[1]), both \(figures[2])"
    )
    print("\(name): \(Int(ours / alone * 100)) % of libcmark alone")
}
