/// A text that this module shows to readers: its key in `templates/strings/`, and after it the names of its values.
///
/// Templates and scripts name their texts themselves.
enum SiteText: String, CaseIterable, Sendable {
    case notFoundTitle = "not_found.title"
    case notFoundDescription = "not_found.description"
    case searchTitle = "search.title"
    case searchDescription = "search.description count"

    /// The key with its group.
    var key: String { parts[0] }
    /// The names of the values, in the order in which they are given.
    var values: [String] { Array(parts.dropFirst()) }

    private var parts: [String] { rawValue.split(separator: " ").map(String.init) }
}
