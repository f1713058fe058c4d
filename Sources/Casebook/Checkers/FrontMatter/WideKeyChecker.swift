import Diagnostics

/// Keys are in ASCII letters.
enum WideKeyChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.wideKey) {
            report.tell(.wideKey(name: entry.name), in: file.text, entry.key, replacement: entry.name)
        }
    }
}
