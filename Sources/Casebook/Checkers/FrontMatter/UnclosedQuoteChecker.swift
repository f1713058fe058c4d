import Diagnostics

/// Quotation marks are closed.
enum UnclosedQuoteChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for case .unclosedQuote(let quote) in file.frontMatter.strays {
            report.tell(.unclosedQuote, in: file.text, quote)
        }
    }
}
