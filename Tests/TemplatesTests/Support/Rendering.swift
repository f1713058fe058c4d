import Diagnostics
import HTML

import Templates

/// Compiles one layout and some partials and renders the layout.
func render(
    _ template: String, _ context: Object = Object(Shape([]), []), partials: [String: String] = [:]
) throws
    -> String
{
    var buffer = HTMLBuffer()
    try library(template, partials: partials).library.render(layout: "page", context: context, into: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
}

/// Compiles one layout, `page`, and some partials.
func library(
    _ template: String, partials: [String: String] = [:]
) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
    TemplateLibrary.compile(
        layouts: [("page", SourceText(path: "templates/layouts/page.mustache", utf8: Array(template.utf8)))],
        partials: partials.sorted { $0.key < $1.key }.map { name, text in
            (name, SourceText(path: "templates/partials/\(name).mustache", utf8: Array(text.utf8)))
        })
}

extension Object: ExpressibleByDictionaryLiteral {
    /// Creates an object from values, in which each name has the most general kind. For rendering, not for checking.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self.init(Shape(elements.map { ($0.0, .optional(.text)) }), elements.map(\.1))
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
    ExpressibleByBooleanLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(booleanLiteral value: Bool) { self = .flag(value) }
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Object(Shape(elements.map { ($0.0, .optional(.text)) }), elements.map(\.1)))
    }
}
