import Diagnostics

/// Keys start at the first column.
enum IndentedKeyChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for entry in file.frontMatter.entries where entry.slips.contains(.indented) {
            let indent = entry.line.lowerBound..<entry.key.lowerBound
            // Tabs and odd spaces there are told as what they are.
            guard file.text.utf8[indent].allSatisfy({ $0 == 0x20 }) else { continue }
            report.tell(.indentedKey(name: entry.name), in: file.text, indent, replacement: "")
        }
    }
}
