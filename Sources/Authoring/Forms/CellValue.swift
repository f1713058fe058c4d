import CasebookLoading
import CasebookModel
import Diagnostics

/// Reads what people write in cells of tables and in answers as the value of a key. The script `rules.js` of pages reads it alike.
enum CellValue {
    /// Why a text is no value.
    struct Refusal: Error {
        let problem: any Rule
    }

    /// Reads a text in any form whose meaning is certain: `１,２００人`, `R8.4.1`, `あり`.
    ///
    /// - Parameters:
    ///   - rule: What the value may be.
    ///   - name: The key as messages name it.
    ///   - isJapanese: Whether the casebook is in Japanese.
    static func read(
        _ text: String, by rule: ValueRule, naming name: KeyName, isJapanese: Bool
    ) -> Result<TypedValue, Refusal> {
        if let value = WrittenValue.read(text, by: rule) { return .success(value) }
        let meant: TypedValue? =
            switch rule.form {
            case .date: WrittenDate.read(text).map { .date($0) }
            case .decimal: WrittenValue.number(meantBy: text, unit: rule.unit).map { .number($0) }
            case .yesNo: YesNo.meant(by: text).map { .yesNo($0) }
            default: nil
            }
        if let meant { return .success(meant) }
        let problem: any Rule =
            switch rule.form {
            case .date: BadDate(value: text)
            case .decimal: BadAmount(key: name, value: text, unit: rule.unit)
            case .yesNo: BadYesNo(key: name, value: text, isJapanese: isJapanese)
            default: BadAddress(key: name, value: text)
            }
        return .failure(Refusal(problem: problem))
    }
}
