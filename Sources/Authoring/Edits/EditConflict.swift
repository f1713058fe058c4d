import CasebookLoading
import Diagnostics

/// The parts in which a file on disk differs from what somebody loaded, or from what they wrote since.
public struct EditConflict: Sendable {
    /// Who changed a part.
    public enum Kind: Sendable, Hashable {
        /// Only the person who edits. The part can be taken over.
        case onlyEdited
        /// Only somebody else. The part stays as it is on disk.
        case onlyOnDisk
        /// Both, to the same.
        case same
        /// Both, to something else: one of the two has to be chosen. Also where the loaded version is not known.
        case mustChoose
    }

    /// A part that differs.
    public struct Field: Sendable {
        public let field: EditField
        public let label: Message
        public let kind: Kind
        /// What it was when it was loaded; nil if that is not known.
        public let loaded: String?
        public let onDisk: String
        public let edited: String
    }

    /// The parts that differ, in the order of the form.
    public let fields: [Field]
    private let edit: FileEdit

    /// Compares three versions.
    ///
    /// - Parameters:
    ///   - loaded: The file as it was loaded; nil if that is not known.
    ///   - onDisk: The file as it is now.
    ///   - edit: What was edited: the whole form, or parts of it.
    public init(loaded: EditableFile?, onDisk: EditableFile, edit: FileEdit) {
        self.edit = edit
        let language = onDisk.form.language
        fields = onDisk.editFields.compactMap { field in
            let old = loaded.map { $0.text(of: field, in: language) }
            let disk = onDisk.text(of: field, in: language)
            let edited = edit.text(of: field, in: language) ?? old ?? disk
            let isEdited = !isSame(edited, old ?? disk)
            let isChanged = old.map { !isSame($0, disk) } ?? isEdited
            let kind: Kind
            switch (isEdited, isChanged) {
            case (false, false): return nil
            case (true, false): kind = .onlyEdited
            case (false, true): kind = .onlyOnDisk
            case (true, true): kind = isSame(edited, disk) ? .same : .mustChoose
            }
            return Field(
                field: field, label: onDisk.label(of: field), kind: kind, loaded: old, onDisk: disk, edited: edited)
        }
    }

    /// Whether there is a part of which one version has to be chosen.
    public var needsChoice: Bool { fields.contains { $0.kind == .mustChoose } }

    /// The edit for the file on disk: what only the editing person changed, and those of the other parts that were chosen.
    ///
    /// - Parameter chosen: The parts of ``Kind/mustChoose`` of which the edited version is taken.
    public func merged(takingEdited chosen: Set<EditField>) -> FileEdit {
        var result = FileEdit()
        for field in fields where field.kind == .onlyEdited || field.kind == .mustChoose && chosen.contains(field.field) {
            switch field.field {
            case .key(let key): result.values[key] = edit.values[key]
            case .section(let id): result.sections[id] = edit.sections[id]
            case .body: result.body = edit.body
            }
        }
        return result
    }
}

extension EditableFile {
    /// Every part that can be edited, in the order of the form.
    var editFields: [EditField] {
        fields.map { .key($0.key) }
            + (kind == .caseFile ? form.schema.sections.map { .section($0.definition.id) } : [.body])
    }

    fileprivate func text(of field: EditField, in language: Language) -> String {
        switch field {
        case .key(let key): value(of: key).text(in: language)
        case .section(let id): text(ofSection: id)
        case .body: body
        }
    }
}

extension FileEdit {
    fileprivate func text(of field: EditField, in language: Language) -> String? {
        switch field {
        case .key(let key): values[key].map { StoredText.normalized($0.text(in: language)) }
        case .section(let id): sections[id].map(EditableFile.withoutBlankLines)
        case .body: body.map(EditableFile.withoutBlankLines)
        }
    }
}
