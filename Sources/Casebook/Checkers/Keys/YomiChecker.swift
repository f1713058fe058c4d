import Diagnostics

/// A reading by which something is put in order is kana.
enum YomiChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for (text, field) in file.texts(where: { if case .yomi = $0.kind { true } else { false } }) {
            let value = text.string(in: file.text)
            guard !Reading.isFit(value) else { continue }
            report.tell(.badYomi(key: field.key, value: value), in: file.text, text.bytes)
        }
    }
}
