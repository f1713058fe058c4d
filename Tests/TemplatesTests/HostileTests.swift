import Diagnostics
import HTML
import Testing

import Templates

@Suite struct HostileTests {
    /// Parts of tags, valid and invalid, which are combined at random.
    private static let pieces = [
        "{{", "}}", "{{{", "}}}", "{{#a}}", "{{/a}}", "{{^a}}", "{{$a}}", "{{<p}}", "{{/p}}", "{{>p}}", "{{>*k}}", "{{a}}",
        "{{.}}", "{{a.b}}", "{{!", "{{=", "=}}", "{{=<% %>=}}", "<%a%>", "<%={{ }}=%>", "\n", "\r\n", "  ", "\t", "日本", "<",
        "{{#.}}", "{{/.}}", "{{#l}}", "{{/l}}", "{", "}", "{{}}", "{{<*k}}", "{{/*k}}", "\0", "x",
    ]

    @Test func anyTemplateIsReadCheckedAndRendered() throws {
        var random = Random(seed: 20_240_607)
        let shape = Shape([("a", .optional(.text)), ("l", .list(.text)), ("k", .partial(["p"])), ("o", .object(Offered.tree))])
        let context = Object(shape, ["x", ["1", "2"], "p", ["name": "n", "children": []]])
        for _ in 0..<1500 {
            let texts = (0..<2).map { _ in
                (0..<random.next(24)).map { _ in Self.pieces[random.next(Self.pieces.count)] }.joined()
            }
            let (library, diagnostics) = library(texts[0], partials: ["p": texts[1]])
            for diagnostic in diagnostics + library.check(layout: "page", offers: shape) {
                #expect(diagnostic.range != nil)
            }
            var buffer = HTMLBuffer()
            try? library.render(layout: "page", context: context, into: &buffer)
        }
    }

    @Test func templatesWithoutProblemsNeverReachTheLimit() throws {
        var random = Random(seed: 7)
        let pieces = Self.pieces.filter { !$0.contains("=") && $0.count > 2 || $0 == "\n" || $0 == "x" }
        var passed = 0
        let shape = Shape([("a", .optional(.text)), ("l", .list(.text)), ("k", .partial(["p"]))])
        for _ in 0..<1500 {
            let text = { (random: inout Random) in
                (0..<random.next(5)).map { _ in pieces[random.next(pieces.count)] }.joined()
            }
            let (library, diagnostics) = library(text(&random), partials: ["p": text(&random)])
            guard (diagnostics + library.check(layout: "page", offers: shape)).allSatisfy({ $0.severity == .warning })
            else { continue }
            passed += 1
            var buffer = HTMLBuffer()
            try library.render(layout: "page", context: Object(shape, ["x", ["1", "2"], "p"]), into: &buffer)
        }
        #expect(passed > 100)
    }

    @Test func sharedObjectsAreRenderedFromManyThreads() async throws {
        let menu: Object = ["items": .list((0..<50).map { .text("日本語の項目 \($0)") })]
        let (library, _) = library("{{#menu}}{{#items}}<li>{{.}}</li>{{/items}}{{/menu}}{{n}}")
        let pages = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<200 {
                group.addTask {
                    var buffer = HTMLBuffer()
                    let context: Object = ["menu": .object(menu), "n": .text("\(number)")]
                    try library.render(layout: "page", context: context, into: &buffer)
                    return (number, buffer.finish().string)
                }
            }
            var pages: [Int: String] = [:]
            for try await (number, page) in group { pages[number] = page }
            return pages
        }
        let list = (0..<50).map { "<li>日本語の項目 \($0)</li>" }.joined()
        for number in 0..<200 { #expect(pages[number] == list + "\(number)") }
    }
}

/// A small generator of its own, so that every run throws the same things.
struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Returns a number from 0 up to but not including `limit`, or 0 if `limit` is 0.
    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return limit == 0 ? 0 : Int(state >> 33) % limit
    }
}
