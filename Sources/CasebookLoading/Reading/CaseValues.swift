import CasebookModel
import Diagnostics

/// What a case's own front matter says, which no other file can make wrong.
package struct CaseValues: Sendable {
    package let title: String
    package let yomi: String?
    package let summary: String?
    /// For each taxonomy the indices of the case's terms, in its order.
    package let terms: [[Int]]
    package let published: CalendarDate?
    package let updated: CalendarDate?
    package let reviewBy: CalendarDate?

    package init(_ file: ContentFile, _ uses: TermUses) {
        let string = { (key: String) in file.record.text(key)?.string(in: file.text) }
        let date = { (key: String) in string(key).flatMap { CalendarDate(iso: $0) } }
        title = string("title") ?? file.name
        yomi = string("yomi")
        summary = string("summary")
        terms = uses.all.indices.map(uses.indices)
        published = date("published")
        updated = date("updated")
        reviewBy = date("review_by")
    }
}
