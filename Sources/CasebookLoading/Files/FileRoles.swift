import CasebookModel

extension ContentFile.Role {
    /// The kind of the files in each folder.
    ///
    /// - Parameter schema: The declarations of `casebook.yml`; nil if they cannot be read.
    package static func folders(of schema: Schema?) -> [String: ContentFile.Role] {
        var folders: [String: ContentFile.Role] = [
            "cases": .caseFile, "easy": .easyText, "pages": .page, "glossary": .glossary,
        ]
        for (index, taxonomy) in (schema?.taxonomies ?? []).enumerated() where folders[taxonomy.folder.value] == nil {
            folders[taxonomy.folder.value] = .term(index)
        }
        return folders
    }
}

extension Field {
    /// Returns the keys that a kind of file can have.
    package static func all(ofFile role: ContentFile.Role, in schema: Schema?) -> [Field] {
        switch role {
        case .caseFile: schema?.caseFields ?? []
        case .easyText: ofEasyTexts
        case .term(let index): schema?.taxonomies[index].fields ?? []
        case .glossary: schema?.isJapanese == false ? ofGlossaryInOtherLanguages : ofGlossary
        case .page, .settings: ofPages
        }
    }
}
