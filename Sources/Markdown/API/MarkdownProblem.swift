import Diagnostics

/// Everything that a Markdown text can be told about.
public enum MarkdownProblem: Problem, Hashable {
    /// A heading is more than one level below the heading before it, or the first one below the page's title.
    case headingSkipsLevel(from: Int, to: Int)
    /// A heading of level 1, which is the page's title.
    case headingLevelOne
    /// A heading without text.
    case emptyHeading
    /// `{#…}` with something else than lower-case ASCII letters, digits and hyphens.
    case headingIDForm(String)
    /// Two headings were given the same id.
    case duplicateHeadingID(String)
    /// An image has no alternative text.
    case imageWithoutAlt
    /// An image that would be loaded from another host.
    case imageFromOtherHost
    /// A link that shows nothing to follow.
    case linkWithoutText
    /// A link or image whose address is neither within the site nor `http:`, `https:`, `mailto:` or `tel:`.
    case unsafeAddress(String)
    /// HTML in the text: its tags are left out, its words stay.
    case rawHTML
    /// A comment that is never closed hides all that follows.
    case unclosedComment
    /// Ruby whose readings do not fit its base.
    case rubyMismatch(characters: Int, readings: Int)
    /// Something that looks like a table but follows on text.
    case tableNeedsBlankLine
    /// A table whose header has not as many cells as the line below it.
    case tableHeaderMismatch(header: Int, delimiter: Int)
    /// A table's row has more cells than its header.
    case tableExtraCells(header: Int, row: Int)
    /// A table of more columns than a page can show.
    case tableTooWide(columns: Int, limit: Int)
    /// A way of writing that is not supported.
    case unsupported(UnsupportedSyntax)
    /// More problems than are worth telling at once.
    case tooManyProblems(limit: Int)

    /// One of each kind.
    public static var examples: [Self] {
        [
            .headingSkipsLevel(from: 2, to: 4), .headingLevelOne, .emptyHeading, .headingIDForm("Foo"),
            .duplicateHeadingID("foo"), .imageWithoutAlt, .imageFromOtherHost, .linkWithoutText,
            .unclosedComment, .unsafeAddress("javascript:alert(1)"), .rawHTML, .rubyMismatch(characters: 2, readings: 3),
            .tableNeedsBlankLine, .tableHeaderMismatch(header: 2, delimiter: 3), .tableExtraCells(header: 2, row: 3),
            .tableTooWide(columns: 200, limit: 100),
        ] + UnsupportedSyntax.allCases.map { .unsupported($0) } + [.tooManyProblems(limit: 500)]
    }

    public var severity: Severity {
        switch self {
        case .headingSkipsLevel, .headingLevelOne, .emptyHeading, .headingIDForm, .duplicateHeadingID, .imageWithoutAlt,
            .imageFromOtherHost, .linkWithoutText, .unclosedComment:
            .error
        case .unsafeAddress, .rawHTML, .rubyMismatch, .tableNeedsBlankLine, .tableHeaderMismatch, .tableExtraCells,
            .tableTooWide, .unsupported, .tooManyProblems:
            .warning
        }
    }

    public var allowed: [String] {
        switch self {
        case .unsafeAddress: ["https:", "http:", "mailto:", "tel:"]
        default: []
        }
    }
}
