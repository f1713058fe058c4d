import Diagnostics

/// A case's text stands under its sections' headings.
enum TextBeforeSectionsChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let first = schema?.sections.first, file.blocksBeforeSections > 0 else { return }
        let body = file.frontMatter.body
        let start = file.text.utf8[body].firstIndex { $0 != 0x0A && $0 != 0x20 && $0 != 0x09 } ?? body.lowerBound
        let end = file.text.utf8[start..<max(start, body.upperBound)].firstIndex(of: 0x0A) ?? body.upperBound
        report.tell(.textBeforeSections(first: first.definition.heading), in: file.text, start..<end)
    }
}
