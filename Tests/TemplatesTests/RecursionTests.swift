import Diagnostics
import HTML
import Testing

import Templates

@Suite struct RecursionTests {
    @Test(arguments: [
        // Into deeper levels of data that contains itself: every tree ends.
        ["node": "{{name}}{{#children}}{{>node}}{{/children}}"],
        ["node": "{{#children}}{{#draft}}{{>node}}{{/draft}}{{/children}}"],
        ["node": "{{#children}}{{>leaf}}{{/children}}", "leaf": "{{name}}{{>node}}"],
        ["node": "{{$x}}{{/x}}{{#children}}{{<node}}{{$x}}{{name}}{{/x}}{{/node}}{{/children}}"],
    ])
    func partialsOverDataThatContainsItselfEnd(_ partials: [String: String]) {
        #expect(briefs("{{#tree}}{{>node}}{{/tree}}", partials: partials) == [])
    }

    @Test(arguments: [
        (["a": "{{>a}}"], ["endless-partial a:1:4-5"]),
        (["a": "{{>b}}", "b": "{{>c}}", "c": "\n{{>a}}"], ["endless-partial c:2:4-5"]),
        // These sections enter the same data each time.
        (["a": "{{#site}}{{>a}}{{/site}}"], ["endless-partial a:1:13-14"]),
        (["a": "{{#cards}}{{>a}}{{/cards}}"], ["endless-partial a:1:14-15"]),
        (["a": "{{^draft}}{{>a}}{{/draft}}"], ["endless-partial a:1:14-15"]),
        (["a": "{{#tree}}{{>a}}{{/tree}}"], ["endless-partial a:1:13-14"]),
        // A block whose replacement includes the block again through its parent.
        (["a": "{{<b}}{{$x}}{{>a}}{{/x}}{{/b}}", "b": "{{$x}}{{/x}}"], ["endless-partial a:1:16-17"]),
        (["a": "{{<a}}{{$x}}{{/x}}{{/a}}{{$x}}{{/x}}"], ["endless-partial a:1:4-5"]),
        // One cycle ends and the other does not.
        (
            ["a": "{{#tree.children}}{{>b}}{{/tree.children}}", "b": "{{#children}}{{>b}}{{/children}}{{>b}}"],
            [
                "endless-partial b:1:36-37"
            ]
        ),
    ])
    func endlessPartialsAreReported(_ partials: [String: String], _ expected: [String]) {
        #expect(briefs("{{>a}}", partials: partials) == expected)
    }

    @Test func renderingStopsAtTheLimit() throws {
        let (library, _) = library("{{>a}}", partials: ["a": "x\n  {{>b}}", "b": "{{#flag}}{{>a}}{{/flag}}"])
        var buffer = HTMLBuffer()
        let error = #expect(throws: RenderingError.self) {
            try library.render(layout: "page", context: ["flag": true], into: &buffer)
        }
        let diagnostic = try #require(error?.diagnostic)
        #expect(diagnostic.id == "too-deep")
        #expect(["a", "b"].contains { diagnostic.path == "templates/partials/\($0).mustache" })
        #expect(diagnostic.message.ja == "入れ子が2000段を超えたため、表示を止めました。読み込みが終わるかどうかを確かめてください")
        #expect(
            diagnostic.message.en
                == "Rendering stopped at 2000 levels; check whether a partial includes itself without end")
        #expect(buffer.bytes.isEmpty)
    }

    @Test func deepDataIsRendered() throws {
        var tree: Value = ["name": "0", "children": []]
        for level in 1...900 { tree = ["name": .text("\(level)"), "children": .list([tree])] }
        let text = try render(
            "{{#tree}}{{>node}}{{/tree}}", ["tree": tree], partials: ["node": "{{name}} {{#children}}{{>node}}{{/children}}"])
        #expect(text.hasPrefix("900 899 898 ") && text.hasSuffix(" 2 1 0 "))
    }

    @Test func manyNestedSectionsAreParsed() {
        let count = 50_000
        let template = String(repeating: "{{#draft}}", count: count) + String(repeating: "{{/draft}}", count: count)
        #expect(briefs(template) == [])
        #expect(throws: RenderingError.self) { try render(template, ["draft": true]) }
    }

    @Test func checkingTooManyStatesIsGivenUp() {
        // Each of n shapes offers all others, so they can be in any order in the stack: n! states.
        let count = 9
        let shapes = Ring(count).shapes
        let sections = (0..<count).map { "{{#s\($0)}}{{>a}}{{/s\($0)}}" }.joined()
        let found = problems("{{>a}}", partials: ["a": sections], offers: shapes[0])
        #expect(found.contains { brief($0) == "too-many-ways page:1:1-1" })
    }
}

/// Shapes each of which offers all of them.
private final class Ring: @unchecked Sendable {
    private(set) var shapes: [Shape] = []

    init(_ count: Int) {
        for _ in 0..<count {
            shapes.append(
                Shape(lazily: (0..<count).map { index in ("s\(index)", { _ in .list(.object(self.shapes[index])) }) }))
        }
    }
}
