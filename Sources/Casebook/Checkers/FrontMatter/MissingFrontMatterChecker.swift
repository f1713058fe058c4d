import Diagnostics

/// A file starts with front matter.
enum MissingFrontMatterChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role != .settings, file.frontMatter.opening == nil else { return }
        report.tell(.missingFrontMatter, in: file.text, 0..<0)
    }
}
