import HTML
import Testing

@testable import Templates

private struct Link: TemplateContext {
    let label: String
    let address: String
    static let fields = ContextFields<Link>([
        .text("label") { $0.label },
        .text("address") { $0.address },
    ])
}

private struct Branch: TemplateContext {
    let name: String
    var branches: [Branch] = []
    static let fields = ContextFields<Branch>([
        .text("name") { $0.name },
        .list("branches", Branch.self) { $0.branches },
    ])
}

private struct Card: TemplateContext {
    let title: String
    var summary: String?
    var body = HTMLFragment.empty
    var isDraft = false
    var next: Link?
    var terms: [Link] = []
    var aliases: [String] = []
    var menu = Object(Card.menuShape, [.text("menu")])
    static let menuShape = Shape([("name", .text)])
    static let fields = ContextFields<Card>([
        .text("title") { $0.title },
        .optionalText("summary") { $0.summary },
        .html("body") { $0.body },
        .flag("draft") { $0.isDraft },
        .optional("next", Link.self) { $0.next },
        .list("terms", Link.self) { $0.terms },
        .list("ready", of: Link.self, objects: { $0.terms.map(\.object) }),
        .texts("aliases") { $0.aliases },
        .object("menu", shape: menuShape) { $0.menu },
    ])
}

@Suite struct ContextTests {
    @Test func oneDeclarationGivesNamesKindsAndValues() throws {
        let card = Card(
            title: "A & B", summary: nil, body: HTMLFragment(text: "<"), next: Link(label: "next", address: "n.html"),
            terms: [Link(label: "x", address: "1"), Link(label: "y", address: "2")], aliases: ["p", "q"])
        let template =
            "{{title}}|{{#summary}}s{{/summary}}|{{{body}}}|{{^draft}}out{{/draft}}|{{next.label}}|"
            + "{{#terms}}{{label}}={{address}};{{/terms}}|{{#ready}}{{label}}{{/ready}}|{{#aliases}}{{.}},{{/aliases}}|"
            + "{{menu.name}}"
        #expect(try render(template, card.object) == "A &amp; B||&lt;|out|next|x=1;y=2;|xy|p,q,|menu")
    }

    @Test func aContextMayContainItself() throws {
        let tree = Branch(name: "a", branches: [Branch(name: "b", branches: [Branch(name: "c")]), Branch(name: "d")])
        let partials = ["branch": "{{name}}({{#branches}}{{>branch}}{{/branches}})"]
        #expect(try render("{{>branch}}", tree.object, partials: partials) == "a(b(c())d())")
    }

    @Test func valuesAreFoundByName() {
        let object = Card(title: "t").object
        guard case .text("t") = object["title"], case .nothing = object["summary"], case .nothing = object["no such"]
        else { return #expect(Bool(false)) }
    }

    @Test func missingValuesAreNothing() throws {
        let shape = Shape([("a", .text), ("b", .text)])
        #expect(try render("{{a}}{{b}}", Object(shape, [.text("x")])) == "x")
    }

    @Test func aLazyObjectIsCreatedOnceForAllThreads() async {
        let objects = LazyObjects(count: 3)
        let shown = await withTaskGroup(of: Object.self) { group in
            for number in 0..<100 {
                group.addTask { objects.object(at: 1) { Link(label: "a", address: "\(number)").object } }
            }
            return await group.reduce(into: [Object]()) { $0.append($1) }
        }
        #expect(shown.count == 100 && shown.allSatisfy { $0.storage === shown[0].storage })
        #expect(throws: MissingValue.self) { try objects.object(at: 2) { () throws(MissingValue) in throw MissingValue() } }
        guard case .text("b") = objects.object(at: 2, { Link(label: "b", address: "").object })["label"] else {
            return #expect(Bool(false))
        }
    }
}

private struct MissingValue: Error {}
