import Testing

import Templates

@Suite struct StandaloneTests {
    @Test(arguments: [
        // A tag alone on its line removes the line.
        ("a\n{{#t}}\nb\n{{/t}}\nc\n", "a\nb\nc\n"),
        ("a\n  {{#t}}  \nb\n\t{{/t}}\t\nc", "a\nb\nc"),
        ("{{#t}}\nb\n{{/t}}", "b\n"),
        ("a\n{{^f}}\nb\n{{/f}}\nc", "a\nb\nc"),
        ("a\n{{! word }}\nb", "a\nb"),
        ("a\n  {{! two\n     lines }}\nb", "a\nb"),
        ("a\n{{=<% %>=}}\n<%x%>", "a\n&lt;"),
        ("a\r\n{{#t}}\r\nb\r\n{{/t}}\r\nc\r\n", "a\r\nb\r\nc\r\n"),
        ("{{! first }}\n\n{{! last }}", "\n"),
        // Next to anything else, the line is kept.
        ("a {{! word }}\nb", "a \nb"),
        (" {{#t}}b{{/t}} \n", " b \n"),
        ("{{#t}}{{/t}}\nb", "\nb"),
        ("{{#t}} \n{{/t}}x", "x"),
        ("  {{x}}  \n", "  &lt;  \n"),
        ("{{! a }}{{! b }}\nc", "\nc"),
        ("\u{3000}{{#t}}\nb{{/t}}", "\u{3000}\nb"),
    ])
    func lines(_ template: String, _ expected: String) throws {
        #expect(try render(template, ["t": true, "x": "<"]) == expected)
    }
}

@Suite struct DelimiterTests {
    @Test(arguments: [
        ("{{=<% %>=}}<%a%>{{a}}<%={{ }}=%>{{a}}<%a%>", "x{{a}}x<%a%>"),
        ("{{= | | =}}|a||#t|b|/t|", "xb"),
        ("{{=[ ]=}}[{a}][&a][! no ]", "xx"),
        ("{{=@ @=}}@>p@@$b@d@/b@", "(x)d"),
        ("{{=\n<<\n>>\n=}}<<a>>", "x"),
    ])
    func applyToTheRestOfTheTemplate(_ template: String, _ expected: String) throws {
        #expect(try render(template, ["a": "x", "t": true], partials: ["p": "({{a}})"]) == expected)
    }

    @Test func aPartialKeepsItsOwn() throws {
        #expect(try render("{{>p}}{{a}}<%a%>", ["a": "x"], partials: ["p": "{{=<% %>=}}<%a%>"]) == "xx<%a%>")
    }
}

@Suite struct CommentTests {
    @Test(arguments: [
        ("a{{! b }}c", "ac"), ("a{{!b\nc}}d", "ad"), ("a{{!}}b", "ab"), ("{{! {{a} }}b", "b"),
    ])
    func areLeftOut(_ template: String, _ expected: String) throws {
        #expect(try render(template, ["a": "x"]) == expected)
    }
}
