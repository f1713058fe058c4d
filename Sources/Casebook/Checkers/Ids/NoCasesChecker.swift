import Diagnostics

/// A collection has cases.
enum NoCasesChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        let hasCase =
            collection.files.contains { $0.role == .caseFile } || collection.unreadable.contains { $0.hasPrefix("cases/") }
        if !hasCase { report.tell(.noCases(root: collection.root), path: "\(collection.root)/cases") }
    }
}
