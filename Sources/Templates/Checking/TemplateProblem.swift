import Diagnostics

/// Everything that can be wrong with the templates.
public enum TemplateProblem: Problem, Hashable {
    /// A tag begins and never ends.
    case unclosedTag(closing: String)
    /// A tag has no name, or a name that cannot be one.
    case badTag(String)
    /// A delimiter tag does not hold two new delimiters.
    case badDelimiter
    /// A section, parent or block has no closing tag.
    case unclosedSection(tag: String, name: String)
    /// A closing tag has another name than what it would close.
    case mismatchedClose(found: String, opened: String)
    /// A closing tag closes nothing.
    case strayClose(name: String)
    /// A parent is given one block twice.
    case duplicateBlock(name: String)
    /// Something other than blocks stands in a parent, where it is not shown.
    case ignoredInParent(name: String)
    /// No such layout.
    case missingLayout(name: String, layouts: [String])
    /// No such partial.
    case missingPartial(name: String, partials: [String])
    /// No such parent.
    case missingParent(name: String, partials: [String])
    /// A block is given that the parent does not have.
    case unknownBlock(name: String, parent: String, blocks: [String])
    /// No frame of the stack offers the name, or the object before the dot does not.
    case unknownName(name: String, object: String?, names: [String])
    /// A dot after something that holds no names.
    case noNamesInside(name: String, kind: KindName)
    /// A section over something that is always one thing.
    case sectionOverScalar(name: String, kind: KindName)
    /// `{{x}}` over something that is not text.
    case notText(name: String, kind: KindName)
    /// `{{x}}` over markup, which would show its tags as text.
    case escapedMarkup(name: String)
    /// `{{{x}}}` over text, which is always escaped.
    case unescapedText(name: String)
    /// `{{>*x}}` over something that is not declared to name partials.
    case notPartialName(name: String, names: [String])
    /// A partial includes itself, and nothing in the data can end it.
    case endlessPartial(name: String)
    /// The layout and its partials call each other in too many ways to follow.
    case tooManyWays(limit: Int)
    /// Rendering went deeper than it may.
    case tooDeep(limit: Int)
}

extension TemplateProblem {
    public var severity: Severity {
        switch self {
        case .ignoredInParent: .warning
        default: .error
        }
    }

    public var suggestions: [String] {
        switch self {
        case .missingLayout(let name, let names), .missingPartial(let name, let names), .missingParent(let name, let names),
            .unknownBlock(let name, _, let names), .unknownName(let name, _, let names):
            nearest(to: name, among: names)
        default: []
        }
    }

    /// What would be allowed, where nothing is near and the list is short.
    public var allowed: [String] {
        switch self {
        case .missingLayout(_, let names), .missingPartial(_, let names), .missingParent(_, let names),
            .unknownBlock(_, _, let names), .unknownName(_, _, let names), .notPartialName(_, let names):
            suggestions.isEmpty && names.count <= 24 ? names : []
        default: []
        }
    }
}
