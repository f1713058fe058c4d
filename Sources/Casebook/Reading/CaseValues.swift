import Diagnostics

/// What a case's own front matter says, which no other file can make wrong.
struct CaseValues: Sendable {
    let title: String
    let yomi: String?
    let summary: String?
    /// For each taxonomy the indices of the case's terms, in its order.
    let terms: [[Int]]
    let published: CalendarDate?
    let updated: CalendarDate?
    let reviewBy: CalendarDate?

    init(_ file: ContentFile, _ uses: TermUses) {
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
