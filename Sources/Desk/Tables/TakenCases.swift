import Authoring
import Basics
import CasebookLoading
import Diagnostics

/// What table files would make of the casebook as it is now: new cases, changed ones, and problems.
///
/// Everything that can be taken has a key that derives from the bytes that would be written (and, for a change, from those that are
/// there). So what was shown is what is taken, or nothing.
package struct TakenCases {
    /// A case that would be made.
    package struct New {
        package let key: String
        package let imported: CaseImport.ImportedCase
    }

    /// A case that would be changed.
    package struct Changed {
        /// Names the change together with the name of a field.
        package let key: String
        let update: CaseUpdate
        let before: EditableFile
        let after: EditableFile
        package let fields: [Field]

        package var name: String { before.name }
    }

    /// A field that would be changed.
    package struct Field {
        package let field: EditField
        package let label: String
        package let before: String
        package let after: String
    }

    package let form: CaseForm
    package let result: CaseImport
    package let new: [New]
    package let changed: [Changed]

    package init(_ result: CaseImport, form: CaseForm, in language: Language) {
        self.result = result
        self.form = form
        var counts: [String: Int] = [:]
        new = result.cases.map { imported in
            let hash = Self.hash([imported.text])
            // Two rows may say the same.
            counts[hash, default: 0] += 1
            return New(key: "n-\(hash)-\(counts[hash] ?? 1)", imported: imported)
        }
        changed = result.updates.compactMap { update in
            guard let name = update.before.path.split(separator: "/").last,
                let before = try? EditableFile(update.before, location: "cases/\(name)", form: form),
                let after = try? EditableFile(
                    SourceFile(path: update.before.path, bytes: update.after), location: before.location, form: form)
            else { return nil }
            let texts = [before.location] + [update.before.bytes, update.after].map { String(decoding: $0, as: UTF8.self) }
            return Changed(
                key: "u-" + Self.hash(texts), update: update, before: before, after: after,
                fields: Self.fields(from: before, to: after, in: language))
        }
    }

    private static func hash(_ texts: [String]) -> String {
        let digest = SHA256Digest.hexadecimal(Array(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
        return String(digest.prefix(32))
    }

    private static func fields(from before: EditableFile, to after: EditableFile, in language: Language) -> [Field] {
        let edit = Desk.changes(from: before, to: after)
        let keys = zip(before.keys, after.keys).compactMap { old, new -> Field? in
            guard edit.values[new.key] != nil else { return nil }
            return Field(
                field: .key(new.key), label: new.label.text(in: language), before: old.value.text(in: language),
                after: new.value.text(in: language))
        }
        let sections = zip(before.sections, after.sections).compactMap { old, new -> Field? in
            guard edit.sections[new.id] != nil else { return nil }
            return Field(field: .section(new.id), label: new.heading, before: old.text, after: new.text)
        }
        return keys + sections
    }
}

extension TakenCases.Changed {
    /// The bytes of the case with some of the changes; nil with none, or if they cannot be written.
    package func bytes(taking chosen: Set<EditField>) -> [UInt8]? {
        if fields.allSatisfy({ chosen.contains($0.field) }) { return update.after }
        let all = Desk.changes(from: before, to: after)
        let edit = FileEdit(
            values: all.values.filter { chosen.contains(.key($0.key)) },
            sections: all.sections.filter { chosen.contains(.section($0.key)) })
        guard !edit.values.isEmpty || !edit.sections.isEmpty else { return nil }
        return try? before.applying(edit)
    }
}
