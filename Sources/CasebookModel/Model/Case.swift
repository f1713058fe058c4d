import Markdown

/// A case: what was needed, done and gained somewhere.
///
/// A reference, because cases are handed on a lot and a copy would count one for each of its parts.
public final class Case: Sendable {
    public enum Status: String, Sendable, CaseIterable {
        /// Shown in previews only.
        case draft
        case published
        /// The address stays and says that the case was withdrawn.
        case withdrawn
    }

    /// A section of the body, at the place of its definition in `Casebook.sections`.
    public struct Section: Sendable {
        /// The index in `Casebook.sections`.
        public let definition: Int
        /// The top-level blocks of the body that make up the section, without its heading.
        public let blocks: Range<Int>

        public init(definition: Int, blocks: Range<Int>) {
            self.definition = definition
            self.blocks = blocks
        }
    }

    /// The file's name without `.md`, and the page's; lower-case ASCII, never changed.
    public let id: String
    public let title: String
    public let yomi: String?
    /// One or two sentences; nil where the editor wrote none.
    public let summary: String?
    public let status: Status
    /// For each taxonomy of the casebook, the indices of the case's terms, in the taxonomy's order.
    public let terms: [[Int]]
    public let published: CalendarDate?
    public let updated: CalendarDate?
    public let reviewBy: CalendarDate?
    /// Old addresses below the site's root, such as `old/case1.html`.
    public let aliases: [String]
    /// The ids of cases that the editor named as related, in order.
    public let related: [String]
    public let body: Body
    /// In the order of the definitions; an optional section that is not written is not listed.
    public let sections: [Section]

    public init(
        id: String, title: String, yomi: String?, summary: String?, status: Status, terms: [[Int]], published: CalendarDate?,
        updated: CalendarDate?, reviewBy: CalendarDate?, aliases: [String], related: [String], body: Body,
        sections: [Section]
    ) {
        self.id = id
        self.title = title
        self.yomi = yomi
        self.summary = summary
        self.status = status
        self.terms = terms
        self.published = published
        self.updated = updated
        self.reviewBy = reviewBy
        self.aliases = aliases
        self.related = related
        self.body = body
        self.sections = sections
    }
}
