import Diagnostics
import HTML
import Markdown
import Testing

@Suite struct RenderTests {
    @Test func paragraphs() {
        let text = SourceText(path: "a.md", utf8: Array("## x\n\na **b** *c*\n\n- d\n- e\n".utf8))
        let (document, problems) = MarkdownDocument.parse(text, bytes: 0..<text.utf8.count)
        var buffer = HTMLBuffer()
        document.render(into: &buffer, options: RenderOptions())
        #expect(problems.isEmpty)
        #expect(document.blockCount == 3)
        #expect(
            buffer.finish().string
                == "<h2 id=\"x\">x</h2>\n<p>a <strong>b</strong> <em>c</em></p>\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n")
    }
}
