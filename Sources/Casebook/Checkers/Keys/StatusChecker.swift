import Diagnostics

/// A case's status is one of those that there are.
enum StatusChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, _) in file.texts(where: { if case .status = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard Case.Status(rawValue: value) == nil else { continue }
            let folded = foldedName(value)
            let meant = (Case.Status(rawValue: folded) ?? japaneseNames[folded])?.rawValue
            report.tell(.badStatus(value: value, meant: meant), in: file.text, text.bytes, replacement: meant)
        }
    }

    private static let japaneseNames: [String: Case.Status] = [
        "下書き": .draft, "非公開": .draft, "公開": .published, "公開中": .published, "取り下げ": .withdrawn, "取下げ": .withdrawn,
    ]
}
