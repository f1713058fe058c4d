import Authoring

/// How the fields of the form for a file are named, and what a filled-in form says.
package enum FileFields {
    /// The field for the name of a new file.
    package static let newName = "name"
    /// The field for the group in which a new term is listed.
    package static let group = "group"

    /// The name of the field for a part of a file.
    package static func name(of field: EditField) -> String {
        switch field {
        case .key(let key): "k-\(key)"
        case .section(let id): "s-\(id)"
        case .body: "body"
        }
    }

    /// The name of a field that says that a list of checkboxes was in the form: boxes that are not checked are not sent.
    package static func marker(of key: String) -> String { "m-\(key)" }

    /// Returns what a form says about a file. Fields that were not sent change nothing.
    package static func edit(_ form: FormFields, of file: EditableFile) -> FileEdit {
        var edit = FileEdit()
        for key in file.keys {
            let name = name(of: .key(key.key))
            if form[marker(of: key.key)] != nil {
                edit.values[key.key] = .list(inOldOrder(form.values(of: name), old: key.value.items))
            } else if let text = form[name] {
                edit.values[key.key] = key.isList ? .list(items(text)) : .text(text)
            }
        }
        for section in file.sections {
            if let text = form[name(of: .section(section.id))] { edit.sections[section.id] = text }
        }
        if file.kind != .caseFile { edit.body = form[name(of: .body)] }
        return edit
    }

    /// Whether a new file can have a name: lower-case ASCII letters, digits and hyphens.
    package static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }

    /// The items that a text field lists: `c003、c010`.
    package static func items(_ text: String) -> [String] {
        text.split { "、,，\n".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// Items in the order that they had before, then new ones, so that a list that says the same stays the same.
    private static func inOldOrder(_ items: [String], old: [String]) -> [String] {
        let items = items.filter { !$0.isEmpty }
        return old.filter(items.contains) + items.filter { !old.contains($0) }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
