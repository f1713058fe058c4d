import Diagnostics

/// A text is no list, a list no map.
enum WrongKindChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            for entry in record.entries where !entry.value.isEmpty {
                guard let field = record.field(of: entry) else { continue }
                check(entry, field, file: file, schema: schema, report: &report)
            }
        }
    }

    private static func check(
        _ entry: FrontMatter.Entry, _ field: Field, file: ContentFile, schema: Schema?, report: inout Report
    ) {
        let expected: ValueKind
        switch (field.kind, entry.value) {
        case (_, .unreadable), (.hidden, .map), (.map, .map): return
        case (.hidden, _):
            let problem = CasebookProblem.wrongKind(key: field.key, expected: .map, found: kind(of: entry.value))
            report.tell(problem, in: file.text, entry.key)
            return
        case (.map, _): expected = .map
        case (.maps, .list(let items, _)):
            for item in items {
                if case .map = item { continue }
                tell(item, field, expected: .map, file: file, report: &report)
            }
            return
        case (.maps, _): expected = .listOfMaps
        case (_, .list(let items, _)) where field.isList:
            for item in items where !item.isEmpty && item.text == nil {
                tell(item, field, expected: .text, file: file, report: &report)
            }
            return
        case (_, .text): return
        case (.terms(let index), _) where schema?.taxonomies[index].isMultiple == false: expected = .text
        default: expected = field.isList ? .list : .text
        }
        tell(entry.value, field, expected: expected, file: file, report: &report)
    }

    private static func tell(
        _ value: FieldValue, _ field: Field, expected: ValueKind, file: ContentFile, report: inout Report
    ) {
        report.tell(
            .wrongKind(key: field.key, expected: expected, found: kind(of: value)), in: file.text,
            firstLine(of: value.bytes, in: file.text))
    }

    private static func kind(of value: FieldValue) -> ValueKind {
        switch value {
        case .empty, .text, .unreadable: .text
        case .list(let items, _): items.contains { if case .map = $0 { true } else { false } } ? .listOfMaps : .list
        case .map: .map
        }
    }

    private static func firstLine(of bytes: Range<Int>, in text: SourceText) -> Range<Int> {
        bytes.lowerBound..<(text.utf8[bytes].firstIndex(of: 0x0A) ?? bytes.upperBound)
    }
}
