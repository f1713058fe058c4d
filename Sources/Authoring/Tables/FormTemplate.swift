import Basics
import Diagnostics

/// An empty table to fill in: a row of headings, and a note that explains each column and is not imported.
public enum FormTemplate {
    /// Returns the table as CSV, with a byte order mark so that spreadsheets open it correctly.
    public static func write(_ form: CaseForm) -> [UInt8] {
        let language = form.language
        var columns = ImportColumn.kinds(form).map { column in
            (heading: column.names[0], hint: hint(column.meaning, column.isRequired, form, language))
        }
        columns.append(
            language == .ja
                ? (heading: "\(ImportColumn.hiddenMark)：連絡先", hint: "見出しが「非公開」で始まる列は、サイトに載りません。いくつでも加えられます。")
                : (
                    heading: "\(ImportColumn.englishHiddenMark): contact",
                    hint: "Columns whose heading starts with “private:” are not published."
                ))
        let note =
            language == .ja
            ? "この行は書き方の説明です。「※」で始まる行は取り込みません。" : "This row explains the columns. Rows that start with ※ are not imported. "
        columns[0].hint = CaseImport.noteMark + note + columns[0].hint
        var csv = CSVWriter()
        csv.row(columns.map(\.heading))
        csv.row(columns.map(\.hint))
        return csv.bytes
    }

    private static func hint(
        _ meaning: ImportColumn.Meaning, _ isRequired: Bool, _ form: CaseForm, _ language: Language
    ) -> String {
        let isJapanese = language == .ja
        let need = isJapanese ? isRequired ? "必要：" : "任意：" : isRequired ? "required: " : "optional: "
        switch meaning {
        case .field(let key):
            let help = form.schema.caseFields.first { $0.key == key }?.help
            return need + (help?.cellHint.text(in: language) ?? "")
        case .section(let index):
            let hint = form.schema.sections[index].definition.hint
            return need + (hint ?? (isJapanese ? "文を書きます。" : "text"))
        case .terms(let index):
            let question = form.questions[index]
            let labels = question.choices.map(\.label).joined(separator: isJapanese ? "、" : ", ")
            if question.isMultiple {
                return need + (isJapanese ? "次からいくつでも、「、」で区切ります：\(labels)" : "any of these, separated by commas: \(labels)")
            }
            return need + (isJapanese ? "次から一つ：\(labels)" : "one of these: \(labels)")
        case .hidden, .id, .ignored: return ""
        }
    }
}
