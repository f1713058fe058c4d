import Diagnostics

/// Required keys have a value.
enum EmptyValueChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for record in file.records {
            for field in record.fields where field.isRequired {
                guard let entry = record.entries.first(where: { $0.name == field.key }), entry.value.isEmpty else {
                    continue
                }
                report.tell(.emptyValue(key: field.key), in: file.text, entry.key)
            }
        }
    }
}
