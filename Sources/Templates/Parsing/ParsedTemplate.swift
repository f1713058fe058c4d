import Diagnostics

/// The tags of a template, with the closing tag of each opening tag.
struct ParsedTemplate {
    let source: SourceText
    let tags: [Tag]
    /// By tag: the index of the tag at the other end of a section, parent or block; -1 if there is none.
    let partners: [Int]
    /// By tag: whether it is a block directly in a parent, which replaces a block of that parent.
    let isArgument: [Bool]
    let diagnostics: [Diagnostic]

    /// Whether the template has no errors.
    var isValid: Bool { !diagnostics.contains { $0.severity == .error } }

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
