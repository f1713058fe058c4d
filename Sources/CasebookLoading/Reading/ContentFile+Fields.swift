extension ContentFile {
    /// The texts of the keys that a test picks, and of their lists' items, with what is known of the key.
    package func texts(where isPicked: (Field) -> Bool) -> [(text: FieldText, field: Field)] {
        var texts: [(text: FieldText, field: Field)] = []
        for record in records {
            for (index, field) in record.fields.enumerated() where isPicked(field) {
                guard let entry = record.entry(ofField: index) else { continue }
                switch entry.value {
                case .text(let text) where !text.isEmpty: texts.append((text, field))
                case .list(let items, _) where field.isList:
                    for item in items {
                        if case .text(let text) = item, !text.isEmpty { texts.append((text, field)) }
                    }
                default: break
                }
            }
        }
        return texts
    }
}
