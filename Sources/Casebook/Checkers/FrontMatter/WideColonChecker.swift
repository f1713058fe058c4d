import Diagnostics

/// The colon behind a key is an ASCII one.
enum WideColonChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideColon) {
            tell(entry.colon, in: file.text, report: &report)
        }
        for case .wideColon(let colon) in file.frontMatter.strays {
            tell(colon, in: file.text, report: &report)
        }
    }

    /// The replacement has a space where none of any kind follows.
    private static func tell(_ colon: Range<Int>, in text: SourceText, report: inout Report) {
        let next = text.string(colon.upperBound..<min(colon.upperBound + 3, text.utf8.count)).first
        let isSpaced = next == nil || next?.isWhitespace == true
        report.tell(.wideColon, in: text, colon, replacement: isSpaced ? ":" : ": ")
    }
}
