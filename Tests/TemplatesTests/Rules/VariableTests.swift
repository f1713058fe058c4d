import HTML
import Testing

import Templates

@Suite struct VariableTests {
    @Test(arguments: [
        ("就労支援", "就労支援"),
        ("<b> & \"x\" 'y'", "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;"),
        ("", ""),
        ("{{title}}", "{{title}}"),
    ])
    func textIsAlwaysEscaped(_ text: String, _ expected: String) throws {
        let context: Object = ["title": .text(text)]
        #expect(try render("{{title}}", context) == expected)
        #expect(try render("{{{title}}}", context) == expected)
        #expect(try render("{{&title}}", context) == expected)
    }

    @Test func textIsEscapedLikeInABuffer() throws {
        let text = (0..<128).map { String(Unicode.Scalar(UInt8($0))) }.joined() + "日本語 é 👩‍👩‍👧"
        #expect(try render("{{x}}", ["x": .text(text)]) == HTMLFragment(text: text).string)
    }

    @Test func markupIsRawOnlyInThreeBraces() throws {
        let context: Object = ["body": .html(HTMLFragment(trusted: Array("<p>&amp;</p>".utf8)))]
        #expect(
            try render("{{{body}}}|{{& body }}|{{body}}", context)
                == "<p>&amp;</p>|<p>&amp;</p>|&lt;p&gt;&amp;amp;&lt;/p&gt;")
    }

    @Test func valuesOtherThanTextShowNothing() throws {
        let context: Object = ["flag": true, "list": ["a"], "object": ["a": "b"], "nothing": .nothing]
        #expect(try render("[{{flag}}{{list}}{{object}}{{nothing}}{{missing}}{{{flag}}}{{.}}]", context) == "[]")
    }

    @Test func dottedNamesAreFollowedFromTheirFirstPart() throws {
        let context: Object = [
            "site": ["name": "S", "menu": ["top": "T"]], "name": "N",
            "card": ["site": ["name": "inner"]],
        ]
        #expect(try render("{{site.name}} {{site.menu.top}} {{name}}", context) == "S T N")
        #expect(try render("{{site.menu.name}}{{name.x}}{{site.x.y}}{{x.name}}", context) == "")
        // The innermost level that offers the first part decides. Outer levels are not tried.
        #expect(try render("{{#card}}{{site.name}}{{site.menu.top}}{{/card}}", context) == "inner")
    }

    @Test func spacesInATagDoNotMatter() throws {
        #expect(try render("{{ a }}{{\n\ta\n}}{{{ a }}}{{& a }}", ["a": "x"]) == "xxxx")
    }

    @Test func namesMayBeInAnyLanguage() throws {
        #expect(try render("{{題名}} {{分野.見出し}}", ["題名": "T", "分野": ["見出し": "H"]]) == "T H")
    }

    @Test func severalContextsAreSearchedFromTheLast() throws {
        var buffer = HTMLBuffer()
        let contexts: [Object] = [["a": "1", "b": "1"], ["b": "2"]]
        try library("{{a}}{{b}}").library.render(layout: "page", contexts: contexts, into: &buffer)
        #expect(buffer.finish().string == "12")
        var empty = HTMLBuffer()
        try library("x{{a}}{{.}}").library.render(layout: "page", contexts: [], into: &empty)
        #expect(empty.finish().string == "x")
    }

    @Test func renderingAppends() throws {
        var buffer = HTMLBuffer()
        buffer.append(markup: "<!doctype html>")
        try library("{{a}}").library.render(layout: "page", context: ["a": "x"], into: &buffer)
        #expect(buffer.finish().string == "<!doctype html>x")
    }
}
