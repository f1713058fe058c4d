import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// A case file as a row of a table.
///
/// Private values are never in a row.
struct ExistingCase: Sendable {
    private let editable: EditableFile
    private let form: CaseForm

    /// - Parameters:
    ///   - file: The file.
    ///   - form: What cases can contain.
    /// - Returns: Nil for a file that is not UTF-8, so that not every byte could be kept.
    init?(_ file: SourceFile, form: CaseForm) {
        let name = file.path.split(separator: "/").last ?? ""
        guard let editable = try? EditableFile(file, location: "cases/\(name)", form: form) else { return nil }
        self.editable = editable
        self.form = form
    }

    /// The file as it is.
    var file: SourceFile { editable.file }
    /// The name of the file without `.md`.
    var id: String { editable.name }
    var title: String { editable.value(of: "title").text(in: form.language) }

    /// Whether the text of a section is what import makes of a plain text.
    func isPlain(section index: Int) -> Bool {
        let lines = Self.lines(text(ofSection: index))
        return lines.isEmpty || PlainMarkdown.text(of: lines) != nil
    }

    /// The content of the cell for a part of the case.
    ///
    /// - Parameter isMarkdown: Whether a section is written as Markdown, not as a plain text.
    func cell(_ meaning: ImportColumn.Meaning, isMarkdown: Bool) -> String {
        switch meaning {
        case .id: return id
        case .field("status"):
            let words = zip(Case.Status.allCases, CaseExport.states(in: form.language))
            return words.first { $0.0 == editable.status }?.1 ?? ""
        case .field(let key): return editable.value(of: key).text(in: .ja)
        case .terms(let index):
            return editable.value(of: form.questions[index].key).items
                .map { name in form.terms[index].term(named: name).map { form.terms[index].labels[$0] } ?? name }
                .joined(separator: "、")
        case .section(let index):
            let text = text(ofSection: index)
            return isMarkdown ? text : PlainMarkdown.text(of: Self.lines(text)) ?? text
        case .hidden, .ignored: return ""
        }
    }

    /// The bytes of the case with other values and texts.
    ///
    /// - Parameters:
    ///   - keys: The keys that get other values.
    ///   - row: The text of a case with these values.
    ///   - sections: The new Markdown of sections, by their indices.
    func taking(_ keys: [String], from row: String, sections: [Int: String]) throws(EditRefusal) -> [UInt8] {
        let new = try EditableFile(SourceFile(path: file.path, text: row), location: editable.location, form: form)
        var edit = FileEdit()
        for key in keys { edit.values[key] = new.value(of: key) }
        for (index, text) in sections { edit.sections[form.schema.sections[index].definition.id] = text }
        return try editable.applying(edit)
    }

    private static func lines(_ text: String) -> [Substring] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The Markdown of a section without empty lines around it.
    private func text(ofSection index: Int) -> String { editable.text(ofSection: form.schema.sections[index].definition.id) }
}
