import Diagnostics

/// No key is there twice.
enum DuplicateKeyChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            for (entry, first) in record.repeatedEntries {
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.tell(
                    .duplicateKey(name: entry.name), in: file.text, entry.key,
                    notes: [.init(message, in: file.text, first.key)])
            }
        }
        for case .duplicateKey(let key, let name) in file.frontMatter.strays {
            report.tell(.duplicateKey(name: name), in: file.text, key)
        }
    }
}
