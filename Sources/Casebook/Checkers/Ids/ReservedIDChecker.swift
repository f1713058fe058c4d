import Diagnostics

/// A file's name is not one that the site or Windows has for itself.
enum ReservedIDChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role != .settings else { return }
        let isRoot = file.role == .page
        let isTaken = isRoot && (ReservedNames.rootPages.contains(file.name) || ReservedNames.folders.contains(file.name))
        guard ReservedNames.isReservedID(file.name) || isTaken else { return }
        report.tell(.reservedID(id: file.name), path: file.text.path)
    }
}
