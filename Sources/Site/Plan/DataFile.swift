/// A file of open data: the whole collection for programs and spreadsheets.
///
/// It holds only published cases, even where drafts are shown.
public enum DataFile: String, Sendable, CaseIterable {
    /// One row per case.
    case cases = "cases.csv"
    /// One row per case and term of the case.
    case caseTags = "case_tags.csv"
    /// One row per term: the vocabulary.
    case codes = "codes.csv"
    /// The whole collection.
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
