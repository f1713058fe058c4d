import Diagnostics

/// The lines around the front matter are exactly `---`.
enum WrongFenceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for fence in [file.frontMatter.opening, file.frontMatter.closing].compactMap({ $0 }) {
            let line = file.text.utf8[fence]
            let isExact =
                line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if !isExact { report.tell(.wrongFence, in: file.text, fence, replacement: "---") }
        }
    }
}
