import Diagnostics

/// Nothing stands above the front matter.
enum LinesBeforeFrontMatterChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard let opening = file.frontMatter.opening, opening.lowerBound > 0 else { return }
        report.tell(.linesBeforeFrontMatter, in: file.text, 0..<opening.lowerBound, replacement: "")
    }
}
