import Diagnostics

/// The lines around the front matter are exactly `---`.
enum WrongFenceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        check(file.frontMatter.opening, in: file.text, report: &report)
        check(file.frontMatter.closing, in: file.text, report: &report)
    }

    private static func check(_ fence: Range<Int>?, in text: SourceText, report: inout Report) {
        guard let fence else { return }
        let line = text.utf8[fence]
        let isExact = line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if !isExact { report.tell(.wrongFence, in: text, fence, replacement: "---") }
    }
}
