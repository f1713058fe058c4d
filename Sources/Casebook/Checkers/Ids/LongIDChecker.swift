import Diagnostics

/// A file's name fits every file system and address, endings and page numbers included.
enum LongIDChecker: FileChecker {
    /// In characters, all of which are ASCII in a fit name.
    static let limit = 64

    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role != .settings, file.name.utf8.count > limit, file.name.count > limit else { return }
        report.tell(.longID(limit: limit), path: file.text.path)
    }
}
