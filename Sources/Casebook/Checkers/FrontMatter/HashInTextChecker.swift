import Diagnostics

/// A text does not lose what stands behind ` #` without anybody noticing; a comment has a space behind its `#`.
enum HashInTextChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            for entry in record.entries {
                guard case .text(let text) = entry.value, text.mended == nil, let field = record.field(of: entry),
                    case .text = field.kind
                else { continue }
                check(text, in: file.text, report: &report)
            }
        }
    }

    private static func check(_ text: FieldText, in source: SourceText, report: inout Report) {
        var index = text.bytes.upperBound
        while index < source.utf8.count, source.utf8[index] == 0x20 || source.utf8[index] == 0x09 { index += 1 }
        guard index > text.bytes.upperBound, index + 1 < source.utf8.count, source.utf8[index] == 0x23 else { return }
        let next = source.utf8[index + 1]
        guard next != 0x20, next != 0x09, next != 0x0A, next != 0x23 else { return }
        let end = source.utf8[index...].firstIndex(of: 0x0A) ?? source.utf8.count
        report.tell(.hashInText, in: source, index..<end)
    }
}
