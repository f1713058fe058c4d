import Markdown

/// A case: what was needed, done and gained somewhere.
///
/// A class, because cases are passed on often, and copying a struct would count a reference for each of its parts.
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

    /// What the rest of the site can see of the case.
    public let facts: CaseFacts
    public let yomi: String?
    /// One or two sentences; nil where the editor wrote none.
    public let summary: String?
    public let reviewBy: CalendarDate?
    /// The ids of the existing cases that the editor named as related, in order, each once.
    public let related: [String]
    public let body: Body
    /// In the order of the definitions; an optional section that is not written is not listed.
    public let sections: [Section]

    /// The file's name without `.md`, which is also the page's name. Lower-case ASCII; never changes.
    @inlinable public var id: String { facts.id }
    @inlinable public var title: String { facts.title }
    @inlinable public var status: Status { facts.status }
    /// For each taxonomy of the casebook, the indices of the case's terms, in the taxonomy's order.
    @inlinable public var terms: [[Int]] { facts.terms }
    @inlinable public var published: CalendarDate? { facts.published }
    @inlinable public var updated: CalendarDate? { facts.updated }
    /// Old addresses below the site's root, such as `old/case1.html`.
    @inlinable public var aliases: [String] { facts.aliases }

    public init(
        facts: CaseFacts, yomi: String?, summary: String?, reviewBy: CalendarDate?, related: [String], body: Body,
        sections: [Section]
    ) {
        self.facts = facts
        self.yomi = yomi
        self.summary = summary
        self.reviewBy = reviewBy
        self.related = related
        self.body = body
        self.sections = sections
    }
}
