import Diagnostics

/// A file has the keys that its kind must have.
enum MissingKeyChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        guard file.role == .settings || file.frontMatter.opening != nil else { return }
        for record in file.records {
            for (index, field) in record.fields.enumerated() where field.isRequired {
                guard record.entry(ofField: index) == nil, !isStray(field.key, in: file), !isMisspelt(field.key, in: record)
                else { continue }
                report.tell(.missingKey(name: field.key), in: file.text, record.place)
            }
        }
    }

    /// Whether a key that there is not is nearest to this one, which is told as that.
    private static func isMisspelt(_ key: String, in record: Record) -> Bool {
        let keys = record.fields.map(\.key)
        return record.entries.contains { $0.field < 0 && nearest(to: $0.name, among: keys).first == key }
    }

    /// Whether a line has the key without its colon, which is told as that.
    private static func isStray(_ key: String, in file: ContentFile) -> Bool {
        file.frontMatter.strays.contains { stray in
            guard case .noColon(let line) = stray else { return false }
            return MissingColonChecker.key(of: line, in: file) == key
        }
    }
}
