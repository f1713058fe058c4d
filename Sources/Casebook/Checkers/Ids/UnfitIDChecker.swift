import Diagnostics

import Foundation

/// A file's name can be an address.
enum UnfitIDChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role != .settings, !ReservedNames.isFitID(file.name) else { return }
        let fit = fit(file.name)
        report.tell(.unfitID(name: file.name, fit: fit.map { $0 + ".md" }), path: file.text.path)
    }

    /// The name in half-width lower case, with hyphens for blanks and underscores, if that will do.
    private static func fit(_ name: String) -> String? {
        let folded = name.precomposedStringWithCompatibilityMapping.lowercased()
        let mapped = String(folded.map { $0.isWhitespace || "_.".contains($0) ? "-" : $0 })
        return ReservedNames.isFitID(mapped) ? mapped : nil
    }
}
