import Basics
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
    /// Whether the casebook is in Japanese.
    let isJapanese: Bool

    /// The field's key in front matter.
    public var key: String { definition.key }
    /// The name of the field.
    public var label: String { definition.label }
    public var isRequired: Bool { definition.isRequired }
    /// The values to choose from, if they are few.
    var choices: [String] { definition.kind == .yesNo ? [true, false].map { YesNo.word($0, inJapanese: isJapanese) } : [] }

    /// What to write: the hint of `casebook.yml`, or what a value looks like; nil for texts without a hint.
    public func hint(in language: Language) -> String? {
        let form = definition.kind.form(unit: definition.unit)
        return definition.hint ?? (language == .ja ? form.ja : form.en)
    }

    /// Interprets an answer.
    public func answer(_ text: String) -> Answer {
        switch read(text, naming: KeyName(key, label: label)) {
        case .success(let value): .value(written(value))
        case .failure(let refusal): .wrong(refusal.problem.message)
        }
    }

    /// Why a text is no value.
    struct Refusal: Error {
        let problem: any Rule
    }

    /// Reads a text in any form whose meaning is certain: `１,２００人`, `R8.4.1`, `あり`.
    ///
    /// - Parameter name: The field as messages name it.
    func read(_ text: String, naming name: KeyName) -> Result<TypedValue, Refusal> {
        if let value = WrittenValue.read(text, as: definition.kind) { return .success(value) }
        switch definition.kind {
        case .date:
            if let date = WrittenDate.read(text) { return .success(.date(date)) }
            return .failure(Refusal(problem: BadDate(value: text)))
        case .number:
            if let number = WrittenValue.number(meantBy: text, unit: definition.unit) { return .success(.number(number)) }
            return .failure(Refusal(problem: BadAmount(key: name, value: text, unit: definition.unit)))
        case .yesNo:
            if let value = YesNo.meant(by: text) { return .success(.yesNo(value)) }
            return .failure(Refusal(problem: BadYesNo(key: name, value: text, isJapanese: isJapanese)))
        case .url, .text, .file: return .failure(Refusal(problem: BadAddress(key: name, value: text)))
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
