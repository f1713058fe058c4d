import Diagnostics

/// A case names one term of a taxonomy that allows one.
enum TooManyValuesChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .caseFile, let schema else { return }
        for entry in file.record.entries {
            guard let field = file.record.field(of: entry), case .terms(let index) = field.kind,
                !schema.taxonomies[index].isMultiple, case .list(let items, _) = entry.value,
                items.count(where: { !$0.isEmpty }) > 1
            else { continue }
            report.tell(.tooManyValues(key: entry.name), in: file.text, entry.value.bytes)
        }
    }
}
