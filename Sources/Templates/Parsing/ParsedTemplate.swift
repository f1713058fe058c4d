import Diagnostics

/// A template's tags, with the closing tag of each opening one.
struct ParsedTemplate {
    let source: SourceText
    let tags: [Tag]
    /// By tag: the place in `tags` of the tag at the other end of a section, parent or block; -1 where there is none.
    let partners: [Int]
    /// By tag: whether it is a block that stands directly in a parent, and so replaces a block of that parent.
    let isArgument: [Bool]
    let diagnostics: [Diagnostic]

    /// Whether the template could be understood as a whole.
    var isSound: Bool { !diagnostics.contains { $0.severity == .error } }

    init(_ source: SourceText) {
        let scanned = TagScanner.scan(source)
        var matcher = TagMatcher(source: source, tags: scanned.tags)
        matcher.match()
        self.source = source
        tags = scanned.tags
        partners = matcher.partners
        isArgument = matcher.isArgument
        diagnostics = scanned.diagnostics + matcher.diagnostics
    }
}
