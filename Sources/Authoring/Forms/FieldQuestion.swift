import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// The question to a person which value a new case has in a declared field, and how answers and cells of tables are read.
public struct FieldQuestion: Sendable {
    /// The meaning of an answer.
    public enum Answer: Sendable, Equatable {
        /// The value as front matter writes it.
        case value(String)
        /// The answer is no value of the field.
        case wrong(Message)
    }

    let definition: FieldDefinition
    /// What the value may be.
    let rule: ValueRule
    /// Whether the casebook is in Japanese.
    let isJapanese: Bool

    init(_ definition: FieldDefinition, isJapanese: Bool) {
        self.definition = definition
        self.isJapanese = isJapanese
        rule = definition.rule(inJapanese: isJapanese)
    }

    /// The field's key in front matter.
    public var key: String { definition.key }
    /// The name of the field.
    public var label: String { definition.label }
    public var isRequired: Bool { rule.isRequired }
    /// The values to choose from, if they are few.
    var choices: [String] { rule.words.map(\.label) }

    /// What to write: the hint of `casebook.yml`, or what a value looks like; nil for texts without a hint.
    public func hint(in language: Language) -> String? {
        let form = definition.kind.form(unit: definition.unit)
        return definition.hint ?? (language == .ja ? form.ja : form.en)
    }

    /// Interprets an answer.
    public func answer(_ text: String) -> Answer {
        switch CellValue.read(text, by: rule, naming: KeyName(key, label: label), isJapanese: isJapanese) {
        case .success(let value): .value(written(value))
        case .failure(let refusal): .wrong(refusal.problem.message)
        }
    }

    /// Returns a value as front matter writes it.
    func written(_ value: TypedValue) -> String {
        switch value {
        case .number, .date, .yesNo: value.text(inJapanese: isJapanese)
        case .text(let text), .url(let text): YAMLScalar.write(text)
        case .file(let path): YAMLScalar.write(String(path.dropFirst("files/".count)))
        }
    }
}
