/// A file of open data: the whole collection for programs and spreadsheets.
///
/// Only published cases are in it, also where drafts are shown.
public enum DataFile: String, Sendable, CaseIterable {
    /// A case a row.
    case cases = "cases.csv"
    /// A case and one of its terms a row.
    case caseTags = "case_tags.csv"
    /// A term a row: the vocabulary.
    case codes = "codes.csv"
    /// Everything.
    case collection = "cases.json"
    /// The JSON Schema of ``collection``.
    case schema = "casebook.schema.json"

    var link: Permalink { .data(rawValue) }

    var mediaType: String {
        switch self {
        case .cases, .caseTags, .codes: MediaType.csv
        case .collection: MediaType.json
        case .schema: MediaType.jsonSchema
        }
    }
}

extension SitePlan {
    /// What a file of open data holds. Those with every case come in parts.
    func body(of file: DataFile) -> Page.Body {
        switch file {
        case .cases: caseTable
        case .caseTags: caseTagTable
        case .codes: .bytes(codeTable)
        case .collection: collectionJSON
        case .schema: .bytes(schemaJSON)
        }
    }
}
