import Diagnostics
import HTML
import Templates
import Testing

/// Texts of the interface: reading their files, and showing them in templates and scripts.
struct StringsTests {
    private static let file = """
        # A comment.
        search:
          title: Search: no
          found: "{words}: {count} found"
          cases:
            count=0: none
            count=1: "{count} <case>"
            other: "{count} cases"
          quoted: "a \\"b\\" \\\\ {not a name} {"
          plain: 「{words}」を含む事例

        list:
          title: The list
          empty: ""

        """

    private static func strings(_ text: String = file) -> InterfaceStrings {
        InterfaceStrings(
            language: "en", source: SourceText(path: "templates/strings/en.yml", utf8: Array(text.utf8)))
    }

    private static func library(
        _ template: String, _ text: String = file
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        TemplateLibrary.compile(
            layouts: [("page", SourceText(path: "templates/layouts/page.mustache", utf8: Array(template.utf8)))], partials: [],
            strings: strings(text))
    }

    private static func render(_ template: String, _ context: Object, _ text: String = file) throws -> String {
        var buffer = HTMLBuffer()
        try library(template, text).library.render(layout: "page", context: context, into: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    private static let valid = file.replacing("Search: no", with: "Search")

    @Test(arguments: [
        ("{{strings.list.title}}", "The list"), ("<p>{{strings.list.empty}}</p>", "<p></p>"),
        ("{{strings.search.found}}", "a&amp;b: 2 found"), ("{{strings.search.plain}}", "「a&amp;b」を含む事例"),
        ("{{strings.search.quoted}}", "a &quot;b&quot; \\ {not a name} {"), ("{{ strings.search.cases }}", "2 cases"),
        ("{{#one}}{{strings.search.cases}}{{/one}}", "1 &lt;case&gt;"), ("{{#none}}{{strings.search.cases}}{{/none}}", "none"),
    ])
    func textsAreShownWithTheirValues(template: String, expected: String) throws {
        let context: Object = [
            "words": "a&b", "count": "2", "one": ["count": "1"], "none": ["count": "0"],
        ]
        #expect(try Self.render(template, context, Self.valid) == expected)
    }

    @Test func linesKeepTheirIndentation() throws {
        let (library, problems) = TemplateLibrary.compile(
            layouts: [("page", SourceText(path: "page", utf8: Array("<ul>\n  {{>item}}\n</ul>\n".utf8)))],
            partials: [
                (
                    "item",
                    SourceText(path: "item", utf8: Array("{{strings.list.title}}\n{{strings.search.cases}}!\n".utf8))
                )
            ], strings: Self.strings(Self.valid))
        #expect(problems == [])
        var buffer = HTMLBuffer()
        try library.render(layout: "page", context: ["count": "1"], into: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "<ul>\n  The list\n  1 &lt;case&gt;!\n</ul>\n")
    }

    @Test func namesInTextsAreCheckedLikeNamesInTemplates() {
        let shape = Shape([("words", .text), ("cases", .list(.text))])
        let (library, problems) = Self.library("{{#cases}}{{strings.search.found}}{{/cases}}", Self.valid)
        #expect(problems == [])
        let found = library.check(layout: "page", offers: shape)
        #expect(found.map(\.id) == ["unknown-name"])
        #expect(found.map(\.path) == ["templates/strings/en.yml"])
        #expect(found.map { $0.range?.start.line } == [4])
        #expect(found.flatMap(\.notes).map(\.path) == ["templates/layouts/page.mustache"])
    }

    @Test func aValueUnderAConditionHasToBeText() {
        let shape = Shape([("count", .flag)])
        let (library, _) = Self.library("{{strings.search.cases}}", Self.valid)
        #expect(Set(library.check(layout: "page", offers: shape).map(\.id)) == ["not-text"])
    }

    @Test func missingTextsAreReportedWithTheNearestKeys() {
        let problems = Self.library("{{strings.search.titel}}", Self.valid).diagnostics
        #expect(problems.map(\.id) == ["missing-string"])
        #expect(problems.first?.suggestions.first == "search.title")
        #expect(Self.strings(Self.valid).problems(ofUsing: "list.gone", values: []).map(\.id) == ["missing-string"])
        #expect(
            Self.strings(Self.valid).problems(ofUsing: "search.found", values: ["count"]).map(\.id) == ["unknown-string-value"])
    }

    @Test func unusedTextsAreReportedAtTheirLines() {
        let unused = Self.strings(Self.valid).unused([
            "search.title", "search.found", "search.cases", "search.plain", "list.title",
        ])
        #expect(unused.map(\.id) == ["unused-string", "unused-string"])
        #expect(unused.map { $0.range?.start.line } == [9, 14])
        #expect(unused.allSatisfy { $0.severity == .warning })
    }

    @Test(arguments: [
        ("title: no group", 1), ("a:\n title: one blank", 2), ("a:\n  title: with: colon", 2), ("a:\n  title: \"open", 2),
        ("a:\n  title: {count} cases", 2), ("a:\n  title: \"a\" b", 2), ("a:\n  title: \"a\\n\"", 2),
        ("a:\n  title:\n    count=1: one", 2), ("a:\n  title:\n    few: some\n    other: more", 3),
        ("a:\n  title:\n    other: more\n    count=1: one", 4), ("a:\n  title: text\n    other: more", 3),
        ("a:\n  title: one # two", 2), ("a:\n\ttitle: tab", 2), ("a\n", 1), ("a:\n  日: text", 2),
    ])
    func otherLinesAreReported(text: String, line: Int) {
        let found = Self.library("", text).diagnostics
        #expect(found.first?.id == "bad-string-line")
        #expect(found.first?.range?.start.line == line)
    }

    @Test func aSecondTextOfTheSameKeyIsReported() {
        let found = Self.library("", "a:\n  b: one\nc:\n  b: two\na:\n  b: three\n").diagnostics
        #expect(found.map(\.id) == ["duplicate-string"])
        #expect(found.first?.range?.start.line == 6)
    }

    @Test(arguments: [
        ("list.title", "The list"),
        ("search.found words=asked.text count=said(total)", "${asked.text}: ${said(total)} found"),
        (
            "search.cases count=ids.length",
            "${ids.length==0?`none`:`${ids.length==1?`"
                + "${ids.length} <case>`:`${ids.length} cases`}`}"
        ),
        ("search.quoted", "a \\\"b\\\" \\\\ {not a name} {"),
    ])
    func scriptsGetExpressions(use: String, expected: String) {
        let source = SourceText(path: "a.js", utf8: [])
        let (text, problems) = Self.strings(Self.valid).code(StringUse(use), isScript: true, in: source, bytes: 0..<0)
        #expect(text == expected)
        #expect(problems == [])
    }

    @Test func scriptsHaveToGiveEveryValue() {
        let source = SourceText(path: "a.js", utf8: Array("`{{strings.search.found words=a}}`".utf8))
        let (_, problems) = Self.strings(Self.valid).code(
            StringUse("search.found words=a"), isScript: true, in: source, bytes: 3..<31)
        #expect(problems.map(\.id) == ["unknown-string-value"])
        #expect(problems.flatMap(\.notes).map(\.path) == ["a.js"])
    }
}
