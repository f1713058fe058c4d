import Diagnostics

/// The language is a tag as BCP 47 forms it, such as `ja` or `ja-JP`.
enum LanguageChecker: SchemaChecker {
    static func check(_ schema: Schema, report: inout Report) {
        guard let language = schema.record.placed("language", in: schema.source), !isTag(language.value) else { return }
        let meant = ["日本語": "ja", "japanese": "ja", "jp": "ja", "英語": "en", "english": "en"][foldedName(language.value)]
        report.tell(.badLanguage(value: language.value, meant: meant), in: schema.source, language.bytes, replacement: meant)
    }

    private static func isTag(_ value: String) -> Bool {
        let parts = value.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, (2...3).contains(first.utf8.count), value != "jp",
            first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { byte in
                    switch byte {
                    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                    default: false
                    }
                }
        }
    }
}
