import Diagnostics

/// Required keys have a value.
enum EmptyValueChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard let entry = record.entry(ofField: index), entry.value.isEmpty else { continue }
                report.tell(.emptyValue(key: field.key), in: file.text, entry.key)
            }
        }
    }
}
