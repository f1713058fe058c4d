import CasebookModel

/// A file of the content as a list of all files shows it.
package struct ListedFile: Sendable {
    /// The kind of a file.
    package enum Kind: Sendable, Hashable {
        case caseFile
        /// The easy-language version of a case.
        case easyText
        /// A term of the taxonomy at an index.
        case term(Int)
        case page
        case glossary
    }

    package let kind: Kind
    /// The path relative to the content folder.
    package let location: String
    /// The file's name without `.md`.
    package let name: String
    /// The title, label or word; the name of the file if it states none.
    package let title: String
    /// What only cases have.
    package let facts: CaseFacts?
    /// The day by which a case is to be reviewed, if it states one.
    package let reviewBy: CalendarDate?
}

extension ContentFiles {
    /// Whether there is a text file at a location.
    package func has(_ location: String) -> Bool { fileIndices[location] != nil || unreadable.contains(location) }

    /// Whether a rule of advice is not switched off.
    package func advises(_ id: String) -> Bool { !schema.adviceOff.contains(id) }

    /// Every file but the settings, in the order of locations. Files that are not text are left out (``unreadable``).
    package var listed: [ListedFile] {
        files.compactMap { file in
            let (kind, key): (ListedFile.Kind, String)
            switch file.role {
            case .settings: return nil
            case .caseFile:
                return file.caseValues.map { values in
                    ListedFile(
                        kind: .caseFile, location: file.location, name: file.name, title: values.facts.title,
                        facts: values.facts, reviewBy: values.reviewBy)
                }
            case .easyText: (kind, key) = (.easyText, "title")
            case .term(let index): (kind, key) = (.term(index), "label")
            case .page: (kind, key) = (.page, "title")
            case .glossary: (kind, key) = (.glossary, "term")
            }
            let title = file.record.text(key)?.string(in: file.text)
            return ListedFile(
                kind: kind, location: file.location, name: file.name,
                title: title.flatMap { $0.isEmpty ? nil : $0 } ?? file.name,
                facts: nil, reviewBy: nil)
        }
    }
}
