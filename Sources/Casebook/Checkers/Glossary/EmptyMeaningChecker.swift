import Diagnostics

/// A word of the glossary has a meaning.
enum EmptyMeaningChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .glossary, file.frontMatter.opening != nil, file.document.plainText().isEmpty else { return }
        report.tell(.emptyMeaning, path: file.text.path)
    }
}
