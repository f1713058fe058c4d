import Diagnostics

/// A line `---` ends the front matter.
enum UnclosedFrontMatterChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard let opening = file.frontMatter.opening, file.frontMatter.closing == nil else { return }
        let end = file.frontMatter.inner.upperBound
        let endsLine = end > 0 && end <= file.text.utf8.count && file.text.utf8[end - 1] == 0x0A
        let message = Message(ja: "項目はここから始まっています", en: "The front matter starts here")
        report.tell(
            .unclosedFrontMatter, in: file.text, end..<end, notes: [.init(message, in: file.text, opening)],
            replacement: endsLine ? "---\n" : "\n---\n")
    }
}
