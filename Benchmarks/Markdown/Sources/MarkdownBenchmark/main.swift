// Times parsing and rendering one Japanese document against libcmark alone.
//
//     swift run -c release --package-path Benchmarks/Markdown
//
// Prints microseconds of processor time a document, the best of many rounds, for a plain case and for a page full of markup.

import CCMark
import Diagnostics
import Foundation
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

/// Processor time of this thread in microseconds, which other programs on the machine hardly change.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
}

/// The best time of each body in microseconds a call; the bodies take turns.
func times(rounds: Int = 40, calls: Int = 500, _ bodies: [() -> Void]) -> [Double] {
    var best = bodies.map { _ in Double.infinity }
    for _ in 0..<rounds {
        for (index, body) in bodies.enumerated() {
            let start = processorTime()
            for _ in 0..<calls { body() }
            best[index] = min(best[index], (processorTime() - start) / Double(calls))
        }
    }
    return best
}

var written = 0
for (name, text) in [("plain", plain), ("rich", rich)] {
    let source = SourceText(path: "c001.md", utf8: Array(text.utf8))
    let options = RenderOptions(address: { $0 })
    let figures = times([
        {
            source.utf8.withUnsafeBytes { bytes in
                let start = bytes.bindMemory(to: CChar.self).baseAddress
                guard let html = cmark_markdown_to_html(start, bytes.count, CMARK_OPT_DEFAULT) else { return }
                written &+= ccmark_length(html)
                cmark_get_default_mem_allocator().pointee.free(html)
            }
        },
        { written &+= MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).document.blockCount },
        {
            var buffer = HTMLBuffer(reservingCapacity: source.utf8.count * 2)
            MarkdownDocument.parse(source, bytes: 0..<source.utf8.count).document.render(into: &buffer, options: options)
            written &+= buffer.bytes.count
        },
    ])
    let shown = figures.map { String(format: "%.1f", $0) }
    print("\(name), \(source.utf8.count) bytes: libcmark alone \(shown[0]) µs, our parse \(shown[1]) µs,", terminator: " ")
    print("parse and render \(shown[2]) µs: \(String(format: "%.2f", figures[2] / figures[0])) times libcmark")
}
