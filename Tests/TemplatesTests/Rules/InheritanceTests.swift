import Testing

import Templates

@Suite struct InheritanceTests {
    static let base = ["base": "<h1>{{$title}}Site{{/title}}</h1>{{$main}}{{/main}}"]

    @Test(arguments: [
        ("{{<base}}{{/base}}", "<h1>Site</h1>"),
        ("{{<base}}{{$title}}T{{/title}}{{/base}}", "<h1>T</h1>"),
        ("{{<base}}{{$main}}M{{/main}}{{! c }}{{$title}}T{{/title}}{{/base}}", "<h1>T</h1>M"),
        ("{{<base}} not shown {{$title}}T{{/title}} {{x}}{{/base}}", "<h1>T</h1>"),
        ("{{<base}}{{$title}}{{/title}}{{/base}}", "<h1></h1>"),
        ("{{<base}}{{#x}}{{$title}}T{{/title}}{{/x}}{{/base}}", "<h1>Site</h1>"),
        ("{{>base}}", "<h1>Site</h1>"),
        ("{{$title}}alone{{/title}}", "alone"),
        ("{{<base}}{{$title}}1{{/title}}{{/base}}{{<base}}{{/base}}", "<h1>1</h1><h1>Site</h1>"),
        ("a{{<none}}{{$title}}T{{/title}}{{/none}}b", "ab"),
    ])
    func blocksReplaceThoseOfTheParent(_ template: String, _ expected: String) throws {
        #expect(try render(template, ["x": "y"], partials: Self.base) == expected)
    }

    @Test func aBlockHasTheContextOfTheParent() throws {
        let partials = ["each": "{{#items}}{{$item}}{{/item}},{{/items}}"]
        let context: Object = ["items": [["n": "1"], ["n": "2"]], "n": "0"]
        #expect(try render("{{<each}}{{$item}}<{{n}}>{{/item}}{{/each}}{{n}}", context, partials: partials) == "<1>,<2>,0")
    }

    @Test func theOutermostBlockCounts() throws {
        let partials = [
            "one": "{{<two}}{{$a}}1{{/a}}{{$b}}1{{/b}}{{/two}}",
            "two": "{{<three}}{{$a}}2{{/a}}{{$b}}2{{/b}}{{$c}}2{{/c}}{{/three}}",
            "three": "{{$a}}3{{/a}}{{$b}}3{{/b}}{{$c}}3{{/c}}{{$d}}3{{/d}}",
        ]
        #expect(try render("{{<one}}{{$a}}0{{/a}}{{/one}}", partials: partials) == "0123")
        #expect(try render("{{<three}}{{/three}}", partials: partials) == "3333")
    }

    @Test func aParentInABlockHasBlocksOfItsOwn() throws {
        let partials = ["box": "[{{$a}}box{{/a}}]", "base": "{{$main}}{{/main}}|{{$a}}base{{/a}}"]
        let template = "{{<base}}{{$main}}{{<box}}{{$a}}in{{/a}}{{/box}}{{<box}}{{/box}}{{/main}}{{/base}}"
        #expect(try render(template, partials: partials) == "[in][box]|base")
    }

    @Test func aBlockInABlockBelongsToTheTemplateThatWritesIt() throws {
        let partials = [
            "middle": "{{<base}}{{$main}}<{{$inner}}default{{/inner}}>{{/main}}{{/base}}",
            "base": "{{$main}}{{/main}}{{$inner}}base{{/inner}}",
        ]
        #expect(try render("{{<middle}}{{/middle}}", partials: partials) == "<default>base")
        #expect(try render("{{<middle}}{{$inner}}x{{/inner}}{{/middle}}", partials: partials) == "<x>x")
        // A block around a block of the same name does not include itself.
        #expect(try render("{{<base}}{{$main}}({{$main}}d{{/main}}){{/main}}{{/base}}", partials: partials) == "(d)base")
    }

    @Test func partialsOfTheParentSeeTheBlocksToo() throws {
        let partials = ["base": "{{>head}}", "head": "{{$title}}Site{{/title}}"]
        #expect(try render("{{<base}}{{$title}}T{{/title}}{{/base}}", partials: partials) == "T")
    }

    @Test(arguments: [
        // The lines of the block replace those of the default content and have their indentation.
        (
            "{{<p}}\n{{$main}}\na\n  b\n{{/main}}\n{{/p}}\n", "<m>\n    {{$main}}\n    x\n    {{/main}}\n</m>\n",
            "<m>\n    a\n      b\n</m>\n"
        ),
        (
            "{{<p}}\n{{$main}}\n      a\n        b\n      {{/main}}\n{{/p}}\n", "<m>\n  {{$main}}{{/main}}\n</m>\n",
            "<m>\n  a\n    b\n</m>\n"
        ),
        ("{{<p}}{{$main}}a{{/main}}{{/p}}", "<m>\n  {{$main}}\n    x\n  {{/main}}\n</m>\n", "<m>\n    a\n</m>\n"),
        ("{{<p}}{{$main}}{{/main}}{{/p}}", "<m>\n  {{$main}}x{{/main}}\n</m>\n", "<m>\n</m>\n"),
        // The first line that is not blank sets the indentation of a block.
        ("{{<p}}{{$main}}\n\n  a\n b\n{{/main}}{{/p}}", "{{$main}}{{/main}}\n", "\na\nb\n"),
        // Default content is not changed.
        ("{{<p}}{{/p}}", "<m>\n  {{$main}}\n    x\n  y\n  {{/main}}\n</m>\n", "<m>\n    x\n  y\n</m>\n"),
        ("{{<p}}{{/p}}", "  {{$main}}x{{/main}}\n", "  x\n"),
        ("{{<p}}{{/p}}", "  {{$main}}x{{/main}}\r\n", "  x\r\n"),
        ("{{<p}}{{/p}}", "<m>\n  {{$main}}x\n  y{{/main}}\n</m>", "<m>\n  x\n  y\n</m>"),
        // In the middle of a line nothing is indented.
        ("{{<p}}{{$main}}\na\nb{{/main}}{{/p}}", "  <m>{{$main}}{{/main}}</m>\n", "  <m>a\nb</m>\n"),
        ("{{<p}}{{$main}}a{{/main}}{{/p}}.", "{{$main}}x{{/main}}\n", "a\n."),
        // The indentation of the parent and of the block add up.
        (
            "  {{<p}}\n  {{$main}}\n  a\n  b\n  {{/main}}\n  {{/p}}\n.", "<m>\n  {{$main}}{{/main}}\n</m>\n",
            "  <m>\n    a\n    b\n  </m>\n."
        ),
        (
            "{{<p}}\n{{$main}}\n{{#t}}\n  {{>q}}\n{{/t}}\n{{/main}}\n{{/p}}\n", "<m>\n  {{$main}}{{/main}}\n</m>\n",
            "<m>\n    1\n    2\n</m>\n"
        ),
        ("{{<p}}\n{{$main}}\n    {{t.x}}a\n    {{#t}}b{{/t}}\n{{/main}}\n{{/p}}\n", "  {{$main}}{{/main}}\n", "  a\n  b\n"),
    ])
    func indentation(_ template: String, _ parent: String, _ expected: String) throws {
        #expect(try render(template, ["t": true], partials: ["p": parent, "q": "1\n2\n"]) == expected)
    }

    @Test func pagesKeepTheirLines() throws {
        let partials = [
            "base":
                "<html>\n<body>\n  {{>header}}\n  <main class=\"{{$kind}}wide{{/kind}}\">\n    {{$main}}{{/main}}\n  </main>\n</body>\n</html>\n",
            "header": "<header>\n  {{$crumbs}}\n  {{>crumbs}}\n  {{/crumbs}}\n</header>\n",
            "crumbs": "<nav>\n</nav>\n",
        ]
        let template = """
            {{<base}}
            {{$kind}}narrow{{/kind}}
            {{$main}}
            <h1>{{title}}</h1>
            {{#items}}
            <p>
              {{.}}
            </p>
            {{/items}}
            {{/main}}
            {{/base}}

            """
        let expected = """
            <html>
            <body>
              <header>
                <nav>
                </nav>
              </header>
              <main class="narrow">
                <h1>T</h1>
                <p>
                  1
                </p>
                <p>
                  2
                </p>
              </main>
            </body>
            </html>

            """
        #expect(try render(template, ["title": "T", "items": ["1", "2"]], partials: partials) == expected)
    }
}
