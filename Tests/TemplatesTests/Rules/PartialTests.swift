import Testing

import Templates

@Suite struct PartialTests {
    @Test func seesTheLevelsAroundIt() throws {
        let context: Object = ["root": "r", "cards": [["title": "A"], ["title": "B"]]]
        #expect(try render("{{#cards}}{{>card}}{{/cards}}", context, partials: ["card": "{{root}}{{title}} "]) == "rA rB ")
    }

    @Test func aMissingPartialShowsNothing() throws {
        #expect(try render("a{{>b}}c") == "ac")
    }

    @Test func namesMayHaveFolders() throws {
        #expect(try render("{{> cards/small }}{{>a.b}}", partials: ["cards/small": "x", "a.b": "y"]) == "xy")
    }

    @Test(arguments: [
        // If the tag has a line of its own, every line of the partial has the indentation of the tag.
        ("<ul>\n  {{>p}}\n</ul>\n", ["p": "<li>\n</li>\n"], "<ul>\n  <li>\n  </li>\n</ul>\n"),
        ("\t{{>p}}\nx", ["p": "a\nb"], "\ta\n\tbx"),
        ("  {{>p}}", ["p": "{{x}}\n{{#t}}\n{{x}}{{/t}}\n"], "  1\n2\n  1\n2\n"),
        ("  {{>p}}\n", ["p": "{{#t}}a\n{{/t}}b\n"], "  a\n  b\n"),
        ("  {{>p}}\n", ["p": "{{! c }}\n{{=<% %>=}}\n<%#t%>\n  a\n<%/t%>\n"], "    a\n"),
        // Indentations add up.
        (" {{>p}}\n", ["p": "a\n  {{>q}}\nb\n", "q": "c\nd\n"], " a\n   c\n   d\n b\n"),
        (" {{>p}}\n", ["p": "{{#l}}\n {{>q}}\n{{/l}}\n", "q": "{{.}}\n"], "  1\n  2\n"),
        // Empty lines stay empty.
        ("  {{>p}}\n", ["p": "a\n\nb\r\n\r\nc\n"], "  a\n\n  b\r\n\r\n  c\n"),
        // In the middle of a line, nothing is indented.
        ("  {{>p}}.\n", ["p": "a\nb"], "  a\nb.\n"),
        ("  {{>p}}\n", ["p": "<i>{{>q}}</i>\n", "q": "a\nb"], "  <i>a\nb</i>\n"),
        ("  {{>p}}{{>p}}\n", ["p": "a\n"], "  a\na\n\n"),
    ])
    func indentation(_ template: String, _ partials: [String: String], _ expected: String) throws {
        #expect(try render(template, ["x": "1\n2", "t": true, "l": ["1", "2"]], partials: partials) == expected)
    }

    @Test func indentationGrowsWithRecursion() throws {
        let tree: Value = ["n": "a", "c": [["n": "b", "c": [["n": "c", "c": []]]], ["n": "d", "c": []]]]
        let partials = ["node": "- {{n}}\n{{#c}}\n  {{>node}}\n{{/c}}\n"]
        #expect(
            try render("{{#tree}}{{>node}}{{/tree}}", ["tree": tree], partials: partials)
                == "- a\n  - b\n    - c\n  - d\n")
    }
}

@Suite struct DynamicNameTests {
    @Test(arguments: [
        ("{{>*kind}}", "[T]"), ("{{> * kind }}", "[T]"), ("{{>*o.kind}}", "(T)"), ("{{>*markup}}", "[T]"),
        ("x{{>*missing}}{{>*nowhere}}{{>*flag}}{{>*o}}y", "xy"), ("{{>**kind}}{{>*o.*kind}}", ""),
        ("{{#o}}{{>*kind}}{{/o}}{{>*kind}}", "(T)[T]"),
        ("{{<*kind}}{{$b}}x{{/b}}{{/*kind}}", "[T]"), ("{{<*parent}}{{$b}}x{{/b}}{{/*parent}}", "<x>"),
        ("{{<*missing}}{{$b}}x{{/b}}{{/*missing}}.", "."),
        (" {{>*lines}}\n", " 1\n 2\n"),
    ])
    func namesComeFromTheData(_ template: String, _ expected: String) throws {
        let context: Object = [
            "kind": "square", "o": ["kind": "round"], "title": "T", "flag": true, "nowhere": "no such partial",
            "parent": "angle", "lines": "lines", "markup": .html(.init(text: "square")),
        ]
        let partials = [
            "square": "[{{title}}]", "round": "({{title}})", "angle": "<{{$b}}{{/b}}>", "lines": "1\n2\n",
        ]
        #expect(try render(template, context, partials: partials) == expected)
    }

    @Test func eachItemMayNameItsOwn() throws {
        let items: Value = [["kind": "text", "text": "a"], ["kind": "image", "path": "b.png"]]
        let partials = ["text": "{{text}};", "image": "<{{path}}>;"]
        #expect(try render("{{#items}}{{>*kind}}{{/items}}", ["items": items], partials: partials) == "a;<b.png>;")
    }
}
