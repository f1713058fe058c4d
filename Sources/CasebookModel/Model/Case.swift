import Basics
import Markdown

/// A case: a report about one problem, what was done, and what came out of it. A file in `cases/`.
///
/// It is a class, because cases are passed on often, and copying a struct would retain each of its parts.
public final class Case: Sendable {
    /// The state of a case in its life.
    public enum Status: String, Sendable, CaseIterable {
        /// Only previews show it.
        case draft
        /// The site shows it.
        case published
        /// Its page remains and says that the case was withdrawn; no list shows it.
        case withdrawn
    }

    /// A section of the body.
    public struct Section: Sendable {
        /// The index of its definition in ``Casebook/sections``.
        public let definition: Int
        /// The top-level blocks of the body that belong to the section, without its heading.
        public let blocks: Range<Int>

        /// Creates a section.
        public init(definition: Int, blocks: Range<Int>) {
            self.definition = definition
            self.blocks = blocks
        }
    }

    /// What a case says. A class for the same reason as ``Case``.
    public final class Text: Sendable {
        /// The Markdown with the targets of its links.
        public let body: Body
        /// The sections of the body, in the order of their definitions; optional sections may be missing.
        public let sections: [Section]

        /// Creates a text.
        public init(body: Body, sections: [Section]) {
            self.body = body
            self.sections = sections
        }
    }

    /// Everything in the case that the rest of the site depends on.
    public let facts: CaseFacts
    /// The reading of the title in kana, if the file states one.
    public let yomi: String?
    /// A summary of one or two sentences, if the editor wrote one.
    public let summary: String?
    /// Why the case was withdrawn, if the file says so. Other cases may have a reason too, which no page shows.
    public let withdrawalReason: String?
    /// The day by which an editor wants to review the case, if the file states one.
    public let reviewBy: CalendarDate?
    /// The ids of related cases that the editor named and that exist, in order, without duplicates.
    public let related: [String]
    /// For each declared field of the casebook, the value of the case, if it has one.
    public let values: [TypedValue?]
    /// What the case says. After an edit of another case it is read only when a page shows it.
    @usableFromInline let text: Deferred<Text>

    /// The text of the case.
    @inlinable public var body: Body { text.value.body }
    /// The sections of the body, in the order of their definitions; optional sections may be missing.
    @inlinable public var sections: [Section] { text.value.sections }
    /// The name of the file without `.md`, which is also the name of the page. Lower-case ASCII; it never changes.
    @inlinable public var id: String { facts.id }
    /// The title, as plain text.
    @inlinable public var title: String { facts.title }
    /// Whether the case is a draft, published or withdrawn.
    @inlinable public var status: Status { facts.status }
    /// For each taxonomy of the casebook, the indices of the case's terms, in the taxonomy's order.
    @inlinable public var terms: [[Int]] { facts.terms }
    /// The day of first publication, if the file states one.
    @inlinable public var published: CalendarDate? { facts.published }
    /// The day of the last change, if the file states one.
    @inlinable public var updated: CalendarDate? { facts.updated }
    /// The day of the last change, otherwise that of publication.
    @inlinable public var latestDate: CalendarDate? { updated ?? published }
    /// Former addresses of the page, relative to the root of the site, such as `old/case1.html`.
    @inlinable public var aliases: [String] { facts.aliases }

    /// Creates a case.
    public convenience init(
        facts: CaseFacts, yomi: String?, summary: String?, withdrawalReason: String? = nil, reviewBy: CalendarDate?,
        related: [String], values: [TypedValue?] = [], body: Body, sections: [Section]
    ) {
        self.init(
            facts: facts, yomi: yomi, summary: summary, withdrawalReason: withdrawalReason, reviewBy: reviewBy,
            related: related, values: values, text: .known(Text(body: body, sections: sections)))
    }

    /// Creates a case whose text may be read later.
    package init(
        facts: CaseFacts, yomi: String?, summary: String?, withdrawalReason: String?, reviewBy: CalendarDate?,
        related: [String], values: [TypedValue?], text: Deferred<Text>
    ) {
        self.facts = facts
        self.yomi = yomi
        self.summary = summary
        self.withdrawalReason = withdrawalReason
        self.reviewBy = reviewBy
        self.related = related
        self.values = values
        self.text = text
    }
}
