import Diagnostics
import Testing

import Templates

@Suite struct CheckingTests {
    @Test(arguments: [
        "{{title}} {{site.name}} {{next.label}} {{kind}}",
        "{{{body}}} {{&body}}",
        "{{#summary}}{{.}}{{summary}}{{/summary}}{{^summary}}-{{/summary}}",
        "{{#draft}}{{title}}{{/draft}}{{^draft}}{{/draft}}",
        "{{#next}}{{label}}{{title}}{{/next}}{{^next}}{{/next}}",
        "{{#cards}}{{title}}{{#tags}}{{.}}{{title}}{{/tags}}{{link.path}}{{#link}}{{path}}{{/link}}{{/cards}}",
        "{{#rows}}{{#.}}{{.}}{{/.}}{{/rows}}{{#notes}}{{{.}}}{{/notes}}",
        "{{#site.menu}}{{label}}{{/site.menu}}{{#site}}{{name}}{{/site}}",
        "{{! {{nonsense} }}{{=<% %>=}}<%title%>",
    ])
    func namesThatAreOfferedAreValid(_ template: String) {
        #expect(briefs(template) == [])
    }

    @Test(arguments: [
        // A name is looked up in the existing levels only.
        ("{{#cards}}{{link.label}}{{/cards}}{{link.label}}", ["unknown-name page:1:37-41"]),
        ("{{#next}}{{tags.x}}{{/next}}", ["no-names-inside page:1:17-18"]),
        ("{{title.x}}{{body.x}}", ["no-names-inside page:1:9-10", "no-names-inside page:1:19-20"]),
        // A name in an inner level hides the same name in an outer one, whatever their kinds.
        ("{{#cards}}{{#title}}{{/title}}{{/cards}}", ["section-over-scalar page:1:14-19"]),
        // The item itself.
        ("{{.}}{{#cards}}{{.}}{{/cards}}", ["not-text page:1:3-4", "not-text page:1:18-19"]),
        (
            "{{#tags}}{{#.}}{{/.}}{{/tags}}{{#notes}}{{.}}{{/notes}}",
            [
                "section-over-scalar page:1:13-14", "escaped-markup page:1:43-44",
            ]
        ),
        ("{{#rows}}{{.}}{{/rows}}", ["not-text page:1:12-13"]),
        // An unknown name is reported once, not again for everything inside.
        (
            "{{#crads}}{{anything}}{{#goes}}{{.}}{{/goes}}{{/crads}}{{nope}}",
            [
                "unknown-name page:1:4-9", "unknown-name page:1:58-62",
            ]
        ),
        // Both tags that do not match are reported, and names are not checked yet.
        (
            "{{#a}}{{/b}}{{nope}}{{/c}}{{ }}",
            [
                "mismatched-close page:1:7-13", "stray-close page:1:21-27", "bad-tag page:1:27-32",
            ]
        ),
    ])
    func otherNamesAreReported(_ template: String, _ expected: [String]) {
        #expect(briefs(template) == expected)
    }

    @Test func allNamesAreListedIfNoneIsClose() throws {
        let found = problems("{{#next}}{{zzzzzz}}{{/next}}")
        #expect(found.first?.suggestions == [])
        #expect(found.first?.allowed.prefix(3) == ["label", "path", "title"])
    }

    @Test func aProblemInAPartialNamesTheLayoutsThatIncludeIt() throws {
        let text = "<p>\n{{nmae}}</p>"
        let (library, _) = TemplateLibrary.compile(
            layouts: ["a", "b", "c"].map { name in
                (name, SourceText(path: "layouts/\(name).mustache", utf8: Array("\n {{>outer}}".utf8)))
            },
            partials: [
                ("outer", SourceText(path: "partials/outer.mustache", utf8: Array("{{>inner}}".utf8))),
                ("inner", SourceText(path: "partials/inner.mustache", utf8: Array(text.utf8))),
            ])
        let name = Shape([("name", .text)])
        let found = library.check([("a", [name]), ("b", [name]), ("c", [Shape([("nmae", .text)])])])
        #expect(found.map(brief) == ["unknown-name inner:2:3-7"])
        let notes = try #require(found.first?.notes)
        #expect(notes.map(\.path) == ["layouts/a.mustache", "layouts/b.mustache"])
        #expect(notes.map(\.range?.start) == Array(repeating: SourcePosition(line: 2, column: 5), count: 2))
        #expect(notes.first?.message.ja == "レイアウト「a」がここから読み込んでいます")
        #expect(notes.first?.message.en == "included here by the layout \"a\"")
    }

    @Test func aPartialIsCheckedForEachContextItIsUsedIn() {
        let partials = ["label": "{{label}}"]
        #expect(
            briefs("{{#next}}{{>label}}{{/next}}{{#cards}}{{>label}}{{/cards}}", partials: partials)
                == ["unknown-name label:1:3-8"])
        #expect(briefs("{{#next}}{{>label}}{{/next}}", partials: partials) == [])
    }

    @Test func theReplacementOfABlockIsCheckedInTheContextOfTheParent() {
        let partials = ["each": "{{#cards}}{{$card}}{{title}}{{/card}}{{/cards}}"]
        #expect(briefs("{{<each}}{{$card}}{{link.label}}{{/card}}{{/each}}", partials: partials) == [])
        #expect(
            briefs("{{<each}}{{$card}}{{label}}{{/card}}{{/each}}", partials: partials)
                == ["unknown-name page:1:21-26"])
        // The default content of a block that is always replaced is not checked.
        let unseen = ["each": "{{$card}}{{nonsense}}{{/card}}"]
        #expect(briefs("{{<each}}{{$card}}x{{/card}}{{/each}}", partials: unseen) == [])
    }

    @Test func aBlockMayBeGivenToAGrandparent() {
        let partials = ["parent": "{{<base}}{{$main}}{{$inner}}{{/inner}}{{/main}}{{/base}}", "base": "{{$main}}{{/main}}"]
        #expect(briefs("{{<parent}}{{$inner}}x{{/inner}}{{/parent}}", partials: partials) == [])
        #expect(briefs("{{<parent}}{{$main}}x{{/main}}{{/parent}}", partials: partials) == [])
        #expect(
            briefs("{{<parent}}{{$other}}x{{/other}}{{/parent}}", partials: partials)
                == ["unknown-block page:1:15-20"])
    }

    @Test func dynamicNamesAreCheckedForEachPartialTheyMayName() {
        let partials = ["card": "{{title}}", "note": "{{nope}}"]
        #expect(briefs("{{>*kind}}", partials: partials) == ["unknown-name note:1:3-7"])
        #expect(briefs("{{>*kind}}", partials: ["card": ""]) == ["missing-partial page:1:5-9"])
        #expect(briefs("{{<*kind}}{{$x}}{{/x}}{{/*kind}}", partials: ["card": "{{$x}}{{/x}}", "note": ""]) == [])
        #expect(briefs("{{<*kind}}{{/*kind}}", partials: ["note": ""]) == ["missing-parent page:1:5-9"])
        #expect(briefs("{{>*knid}}", partials: ["card": "", "note": ""]) == ["unknown-name page:1:5-9"])
        #expect(briefs("{{#kind}}{{/kind}}") == ["section-over-scalar page:1:4-8"])
    }

    @Test func anUnknownLayoutIsReported() throws {
        let diagnostic = try #require(library("").library.check(layout: "pgae", offers: Offered.page).first)
        #expect(brief(diagnostic) == "missing-layout pgae")
        #expect(diagnostic.path == "templates/layouts/pgae.mustache")
        #expect(diagnostic.suggestions == ["page"])
        #expect(diagnostic.message.ja == "レイアウト「pgae」がありません")
        #expect(diagnostic.message.en == "There is no layout \"pgae\"")
    }

    @Test func severalContextsAreSearchedFromTheLast() {
        let (library, _) = library("{{a}}{{{b}}}{{#c}}{{/c}}{{d}}")
        let found = library.check(
            layout: "page", offers: [Shape([("a", .text), ("b", .text)]), Shape([("b", .html), ("c", .flag)])])
        #expect(found.map(brief) == ["unknown-name page:1:27-28"])
    }
}
