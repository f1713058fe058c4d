import CasebookModel
import Diagnostics

extension Rules {
    static let aboutDeclaredValues: [any CheckedRule.Type] = [
        BadAmount.self,
        BadYesNo.self,
        MissingFile.self,
    ]
}

/// The value of a declared field of numbers is no number.
package struct BadAmount: ValueFormRule, FixableRule {
    package static let id = "bad-amount"
    package static let guide = GuideEntry(
        meaning: "追加の項目（`fields`）のうち数の項目に、数でないものが書いてあります。",
        remedy: "`12` や `1200`、`0.5` のように、半角の数字だけを書きます。区切りのコンマと単位は書きません。")
    package static let fixSummary = Message(ja: "数を半角の数字だけに直しました", en: "Wrote the number in digits only")
    package static let examples = [
        BadAmount(key: KeyName("members", label: "参加者数"), value: "1,200人", unit: "人"),
        BadAmount(key: KeyName("members", label: "参加者数"), value: "十数人", unit: "人"),
    ]

    let key: KeyName
    let value: String
    let unit: String?

    /// For a problem that another check has found, too.
    package init(key: KeyName, value: String, unit: String?) {
        self.key = key
        self.value = value
        self.unit = unit
    }

    package var meant: String? { WrittenValue.number(meantBy: value, unit: unit)?.text }

    package var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」は数として読めません。`\(meant ?? "12")` のように、半角の数字だけを書いてください",
            en: "“\(value)” for \(key.en) is not a number: write digits only, like `\(meant ?? "12")`")
    }

    package var suggestions: [String] { meant.map { [$0] } ?? [] }

    static let forms = Field.Forms.decimal

    static func problem(with value: String, of field: Field, schema: Schema) -> BadAmount? {
        BadAmount(key: field.shown, value: value, unit: field.rule.unit)
    }
}

/// The value of a declared field of yes and no is neither.
package struct BadYesNo: ValueFormRule, FixableRule {
    package static let id = "bad-yes-no"
    package static let guide = GuideEntry(
        meaning: "追加の項目（`fields`）のうち、はい・いいえの項目に、ほかの言葉が書いてあります。",
        remedy: "`はい` か `いいえ` と書きます。`yes` と `no` でもかまいません。")
    package static let fixSummary = Message(ja: "「はい」か「いいえ」に直しました", en: "Wrote yes or no")
    package static let examples = [
        BadYesNo(key: KeyName("wheelchair", label: "車いす"), value: "あり", isJapanese: true),
        BadYesNo(key: KeyName("wheelchair", label: "車いす"), value: "一部", isJapanese: true),
    ]

    let key: KeyName
    let value: String
    let isJapanese: Bool

    /// For a problem that another check has found, too.
    package init(key: KeyName, value: String, isJapanese: Bool) {
        self.key = key
        self.value = value
        self.isJapanese = isJapanese
    }

    package var meant: String? { YesNo.meant(by: value).map { YesNo.word($0, inJapanese: isJapanese) } }

    package var message: Message {
        let (yes, no) = (YesNo.word(true, inJapanese: isJapanese), YesNo.word(false, inJapanese: isJapanese))
        return Message(
            ja: "\(key.ja)の「\(value)」は使えません。`\(yes)` か `\(no)` を書いてください",
            en: "The key \(key.en) cannot be “\(value)”: write `\(yes)` or `\(no)`")
    }

    package var suggestions: [String] { meant.map { [$0] } ?? [] }

    static let forms = Field.Forms.yesNo

    static func problem(with value: String, of field: Field, schema: Schema) -> BadYesNo? {
        BadYesNo(key: field.shown, value: value, isJapanese: schema.isJapanese)
    }
}

/// The value of a declared field of files names no file in `files/`.
struct MissingFile: ReferenceRule, FixableRule {
    static let id = "missing-file"
    static let guide = GuideEntry(
        meaning: "追加の項目（`fields`）に書いた資料が、`files` フォルダーにありません。",
        remedy: "`files` フォルダーに資料を置くか、名前を直します。")
    static let fixSummary = Message(ja: "資料の名前を直しました", en: "Corrected the name of the document")
    static let examples = [
        MissingFile(key: KeyName("form", label: "様式"), value: "from.pdf", near: ["form.pdf"]),
        MissingFile(key: KeyName("form", label: "様式"), value: "plan.docx", near: []),
    ]

    let key: KeyName
    let value: String
    let near: [String]

    var message: Message {
        Message(
            ja: "\(key.ja)の「\(value)」という資料は「files/」にありません。資料を「files/」に置き、`form.pdf` のように名前を書いてください",
            en: "“\(value)” for \(key.en) is no document in “files/”: put it there, and write its name, like `form.pdf`")
    }

    var suggestions: [String] { near }

    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report) {
        guard file.role == .caseFile, content.schema.fields.contains(where: { $0.definition.kind == .file }) else { return }
        for entry in file.record.entries {
            guard let field = file.record.field(of: entry), field.rule.form == .file,
                let text = entry.value.text, !text.isEmpty
            else { continue }
            let value = text.string(in: file.text)
            let path = WrittenValue.filePath(value)
            guard content.imageIndices[path] == nil else { continue }
            let lower = path.lowercased()
            let meant = content.imageIndices[lower] == nil ? nil : name(lower)
            let names = content.images(near: path).filter { $0.hasPrefix("files/") }.map(name)
            let near = meant.map { [$0] } ?? nearest(to: name(path), among: names)
            report.add(
                MissingFile(key: field.shown, value: value, near: near), in: file.text, text.bytes, replacement: meant)
        }
    }

    /// The name of a file in `files/` as front matter writes it.
    private static func name(_ path: String) -> String { String(path.dropFirst("files/".count)) }
}
