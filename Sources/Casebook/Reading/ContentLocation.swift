/// Where a file lies below the content folder, and so what it is.
enum ContentLocation: Sendable, Hashable {
    case settings
    /// A Markdown file directly in a folder.
    case file(folder: String, name: String)
    /// Never read: `README.md`, and names that start with `.` or `_`.
    case ignored
    case misplaced(Misplacement)

    /// The folders that every collection has.
    static let fixedFolders = ["cases", "pages"]

    /// Takes a path below the content folder apart.
    init(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let last = parts.last, !parts.contains(where: { $0.hasPrefix(".") || $0.hasPrefix("_") }),
            last != "README.md"
        else {
            self = .ignored
            return
        }
        if path == "casebook.yml" {
            self = .settings
        } else if !last.hasSuffix(".md") {
            self = .misplaced(.notMarkdown)
        } else if parts.count == 1 {
            self = .misplaced(.topLevel)
        } else if parts.count > 2 {
            self = .misplaced(.nested)
        } else {
            self = .file(folder: String(parts[0]), name: String(last.dropLast(3)))
        }
    }
}
