import Diagnostics
import Testing

import Templates

/// The shapes that the layouts of the tests are offered.
enum Offered {
    static let link = Shape([("label", .text), ("path", .text)])
    static let card = Shape([("title", .text), ("tags", .list(.text)), ("link", .object(link))])
    static let tree = Shape(lazily: [
        ("name", { _ in .text }),
        ("children", { .list(.object($0)) }),
    ])
    static let page = Shape([
        ("title", .text),
        ("summary", .optional(.text)),
        ("body", .html),
        ("draft", .flag),
        ("site", .object(Shape([("name", .text), ("menu", .list(.object(link)))]))),
        ("next", .optional(.object(link))),
        ("cards", .list(.object(card))),
        ("tags", .list(.text)),
        ("rows", .list(.list(.text))),
        ("notes", .list(.html)),
        ("tree", .object(tree)),
        ("kind", .partial(["card", "note"])),
    ])
}

/// Returns all problems of a layout and its partials: those of compiling, then those of checking.
func problems(_ template: String, partials: [String: String] = [:], offers shape: Shape = Offered.page) -> [Diagnostic] {
    let (library, diagnostics) = library(template, partials: partials)
    return diagnostics + library.check(layout: "page", offers: shape)
}

/// Returns a problem in few words: `id file:line:column-endColumn`.
func brief(_ diagnostic: Diagnostic) -> String {
    let file = diagnostic.path.split(separator: "/").last.map { String($0.dropLast(".mustache".count)) } ?? ""
    guard let range = diagnostic.range else { return "\(diagnostic.id) \(file)" }
    return "\(diagnostic.id) \(file):\(range.start.line):\(range.start.column)-\(range.end.column)"
}

/// Returns the problems of a layout and its partials in few words.
func briefs(_ template: String, partials: [String: String] = [:], offers shape: Shape = Offered.page) -> [String] {
    problems(template, partials: partials, offers: shape).map(brief)
}
