import Diagnostics

/// Numbers are whole and count from 1.
enum NumberChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, field) in file.texts(where: { if case .number = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            let narrow = WideDigitsChecker.narrow(value)
            guard Int(narrow).map({ $0 > 0 }) != true else { continue }
            report.tell(.badNumber(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}
