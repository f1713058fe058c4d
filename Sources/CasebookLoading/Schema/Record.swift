import Diagnostics

/// The entries of a front matter, or of a map in `casebook.yml`, together with the fields that are allowed there.
package struct Record: Sendable {
    let fields: [Field]
    var entries: [FrontMatter.Entry]
    /// The range at which a missing key is reported.
    package let range: Range<Int>

    /// Returns the field with a key.
    package func field(_ name: String) -> Field? {
        fields.first { $0.key == name }
    }

    /// Returns the field of an entry; `nil` if its key is unknown.
    package func field(of entry: FrontMatter.Entry) -> Field? {
        entry.field < 0 ? nil : fields[Int(entry.field)]
    }

    /// Returns the first entry of the field at an index.
    package func entry(ofField index: Int) -> FrontMatter.Entry? {
        entries.firstIndex { $0.field == index }.map { entries[$0] }
    }

    /// Returns the entries with a key, in their order.
    package func entries(named name: String) -> [FrontMatter.Entry] { entries.filter { $0.name == name } }

    /// Sets the field of each entry.
    package static func match(_ entries: inout [FrontMatter.Entry], to fields: [Field]) {
        for index in entries.indices {
            let name = entries[index].name
            entries[index].field = Int32(fields.firstIndex { $0.key == name } ?? -1)
        }
    }

    /// The entries whose key was used before, each with the first entry of the key.
    var repeatedEntries: [(entry: FrontMatter.Entry, first: FrontMatter.Entry)] {
        guard entries.count > 32 else {
            return entries.indices.compactMap { index in
                let first = entries[..<index].firstIndex { isSameKey($0, entries[index]) }
                return first.map { (entries[index], entries[$0]) }
            }
        }
        var firsts: [String: Int] = [:]
        return entries.indices.compactMap { index in
            let first = firsts[entries[index].name]
            if first == nil { firsts[entries[index].name] = index }
            return first.map { (entries[index], entries[$0]) }
        }
    }

    private func isSameKey(_ entry: FrontMatter.Entry, _ other: FrontMatter.Entry) -> Bool {
        entry.field == other.field && (entry.field >= 0 || entry.name == other.name)
    }

    /// Returns the first value of a key, which may be empty.
    package func value(_ name: String) -> FieldValue? {
        entries.firstIndex { $0.name == name }.map { entries[$0].value }
    }

    /// Returns the text of a key; `nil` if there is none or it is empty.
    package func text(_ name: String) -> FieldText? {
        guard let text = value(name)?.text, !text.isEmpty else { return nil }
        return text
    }

    /// Returns the text of a key with its range.
    package func located(_ name: String, in source: SourceText) -> Located<String>? {
        text(name).map { Located($0.string(in: source), $0.bytes) }
    }

    /// Returns the texts of a list with their ranges. Items that are not texts are left out.
    package func list(_ name: String, in source: SourceText) -> [Located<String>] {
        (value(name)?.items ?? []).compactMap { item in
            item.text.map { Located($0.string(in: source), $0.bytes) }
        }
    }

    /// Whether the value of a key is `true`.
    package func flag(_ name: String, in source: SourceText) -> Bool {
        text(name)?.string(in: source) == "true"
    }

    /// Returns the records of a key whose value is a map or a list of maps.
    package func records(_ name: String) -> [Record] {
        guard let value = value(name), let field = field(name) else { return [] }
        switch (field.kind, value) {
        case (.map(let fields), .map(let entries, let bytes)):
            return [record(fields, entries, bytes)]
        case (.maps(let fields), .list(let items, _)):
            return items.compactMap { item in
                guard case .map(let entries, let bytes) = item else { return nil }
                return record(fields, entries, bytes)
            }
        default:
            return []
        }
    }

    /// This record and the records of all maps in it.
    var flattened: [Record] {
        fields.reduce(into: [self]) { all, field in
            switch field.kind {
            case .map, .maps: all += records(field.key).flatMap(\.flattened)
            default: break
            }
        }
    }

    private func record(_ fields: [Field], _ entries: [FrontMatter.Entry], _ bytes: Range<Int>) -> Record {
        var entries = entries
        Self.match(&entries, to: fields)
        return Record(fields: fields, entries: entries, range: entries.first?.key ?? bytes)
    }
}

/// A value with its range of bytes in a file.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let bytes: Range<Int>

    package init(_ value: Value, _ bytes: Range<Int>) {
        self.value = value
        self.bytes = bytes
    }
}
