/// A file that is edited as text.
enum TextFile: String, CaseIterable {
    case settings, readings

    /// The path relative to the content folder.
    var location: String {
        switch self {
        case .settings: "casebook.yml"
        case .readings: "readings.csv"
        }
    }
    /// The address of its form.
    var address: String { "/desk/\(rawValue)" }
}
