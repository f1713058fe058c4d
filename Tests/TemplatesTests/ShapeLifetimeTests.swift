import Diagnostics
import Foundation
import HTML
import Templates
import Testing

private struct Label: TemplateContext {
    let text: String
    static let fields = ContextFields<Label>([.text("text") { $0.text }])
}

/// A preview compiles and checks the templates with each save, so whatever it makes for that has to be freed.
@Suite struct ShapeLifetimeTests {
    private final class Weak {
        weak var shape: Shape?
        init(_ shape: Shape) { self.shape = shape }
    }

    /// Returns the shapes of one reload: nested ones that are built at run time, in a frame that is built at run time too.
    private static func reload(_ round: Int) throws -> [Weak] {
        let inner = Shape([("css", .text), ("js", .text)])
        let assets = Object(
            Shape([("style", .object(inner)), ("finder", .object(inner))]), [.object(Object(inner, [.text("a.css")]))])
        let frame = ContextFields<Label>(
            [.text("name") { $0.text }, .object("assets", shape: assets.shape) { _ in assets }], isPermanent: false)
        let tree = Shape(lazily: [("name", { _ in .text }), ("children", { .list(.object($0)) })])
        let page = Shape([("label", .object(Label.shape)), ("tree", .object(tree))])
        let layout = "{{name}} {{assets.style.css}} {{label.text}} {{#tree}}{{>node}}{{/tree}}"
        let (library, diagnostics) = TemplateLibrary.compile(
            layouts: [("page", SourceText(path: "page.mustache", utf8: Array(layout.utf8)))],
            partials: [
                ("node", SourceText(path: "node.mustache", utf8: Array("{{name}}{{#children}}{{>node}}{{/children}}".utf8)))
            ])
        #expect(diagnostics.isEmpty)
        #expect(library.check(layout: "page", offers: [frame.shape, page]).isEmpty)
        let leaf = Object(tree, [.text("leaf")])
        let root = Object(tree, [.text("root"), .list([.object(leaf)])])
        var buffer = HTMLBuffer()
        try library.render(
            layout: "page",
            contexts: [
                frame.object(of: Label(text: "\(round)")), Object(page, [.object(Label(text: "x").object), .object(root)]),
            ], into: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "\(round) a.css x rootleaf")
        return [inner, assets.shape, frame.shape, tree, page].map(Weak.init)
    }

    @Test func reloadingLeavesNoShapeBehind() throws {
        var live = 0
        for round in 0..<300 { live += try Self.reload(round).filter { $0.shape != nil }.count }
        #expect(live == 0)
    }

    @Test func anObjectKeepsItsShapeAlive() {
        var shape: Shape? = Shape([("name", .text)])
        let weak = shape.map(Weak.init)
        var object = shape.map { Object($0, [.text("a")]) }
        shape = nil
        guard case .text("a") = object?["name"], weak?.shape != nil else {
            Issue.record("The shape was freed while an object had it.")
            return
        }
        object = nil
        #expect(weak?.shape == nil)
    }

    @Test func aStaticShapeIsNeverFreed() {
        let label = Label(text: "a").object
        #expect(label.shape == Label.shape)
        let weak = (0..<3).map { _ in ContextFields<Label>([.text("text") { $0.text }]).shape }.map(Weak.init)
        #expect(weak.allSatisfy { $0.shape != nil })
    }

    #if os(Linux)
    /// Without freeing, these shapes would take more than 200 MB. The bound leaves room for the tests that run at the same time.
    @Test func manyShapesTakeNoMemory() throws {
        let names = (0..<100).map { (name: "name\($0)", kind: Kind.text) }
        let before = try Self.residentMegabytes()
        for _ in 0..<20_000 { _ = Object(Shape(names), []) }
        #expect(try Self.residentMegabytes() - before < 100)
    }

    private static func residentMegabytes() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let kilobytes = line?.split(whereSeparator: { $0.isWhitespace }).dropFirst().first.flatMap { Int($0) }
        return try #require(kilobytes) / 1_024
    }
    #endif
}
