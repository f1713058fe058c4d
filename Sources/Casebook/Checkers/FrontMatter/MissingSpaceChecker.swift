import Diagnostics

/// A space follows the colon behind a key.
enum MissingSpaceChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.missingSpace) {
            report.tell(.missingSpace(key: entry.name), in: file.text, entry.colon, replacement: ": ")
        }
    }
}
