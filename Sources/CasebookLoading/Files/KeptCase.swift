import Basics
import CasebookModel

/// What is kept of a case for a later run of the program (``KeptReading``).
struct KeptCase: Sendable {
    let values: ContentFile.CaseValues
    /// The addresses of links that may lead to images.
    let imageLinks: Set<String>

    init(values: ContentFile.CaseValues, imageLinks: Set<String>) {
        self.values = values
        self.imageLinks = imageLinks
    }

    func write(to record: inout RecordWriter) {
        values.facts.write(to: &record)
        let texts = [values.yomi, values.summary, values.withdrawalReason, values.reviewBy?.iso]
        record.texts(texts.map { $0.map { "=\($0)" } ?? "" })
        TypedValue.write(values.declared, to: &record)
        record.texts(imageLinks.sorted())
    }

    init?(from record: inout RecordReader) {
        guard let facts = CaseFacts(from: &record), let texts = record.texts(), texts.count == 4,
            let declared = TypedValue.read(from: &record), let links = record.texts()
        else { return nil }
        let known = texts.map { $0.isEmpty ? nil : String($0.dropFirst()) }
        values = ContentFile.CaseValues(
            facts: facts, yomi: known[0], summary: known[1], withdrawalReason: known[2],
            reviewBy: known[3].flatMap { CalendarDate(iso: $0) }, declared: declared)
        imageLinks = Set(links)
    }
}
