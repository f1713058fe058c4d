import Basics
import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation

/// What the columns of an unknown table are likely to be.
///
/// - A column whose values come back again and again is a taxonomy.
/// - A column of long texts is a section.
/// - Columns with the names of keys, such as 題名 and 公開日, are these keys, if their values fit.
/// - Columns that may be about a person or the work of the editors are kept under `private:`, which is not published.
/// - Everything else is a declared field, of the kind that all its values have.
struct TableGuess {
    enum Role: Equatable {
        case field(String)
        /// Terms by their names, in the order of their first use.
        case taxonomy(terms: [String], isMultiple: Bool)
        case section
        case declared(FieldDefinition.Kind, unit: String?)
        case hidden
    }

    struct Column: Equatable {
        /// The index in the row, counted from 0.
        let index: Int
        let heading: String
        let role: Role
        /// Whether every row has a value.
        let isFull: Bool
    }

    /// Why nothing can be made of a table.
    struct Refusal: Error {
        let problem: ImportProblem
    }

    let columns: [Column]
    /// The row of headings and those of the cases, with their numbers in the table.
    let head: Table.Row
    let body: [Table.Row]

    /// From this length on, in characters, a text belongs into a section.
    private static let longText = 60
    /// A name of a term is at most this long.
    private static let longestTerm = 40
    /// A taxonomy has at most this many terms.
    private static let mostTerms = 60

    static func read(_ rows: [Table.Row]) -> Result<TableGuess, Refusal> {
        let filled = rows.filter { row in row.cells.contains { !isBlank($0.text) } }
        guard let start = filled.firstIndex(where: { row in row.cells.count { !isBlank($0.text) } > 1 }) else {
            return .failure(Refusal(problem: .noRows))
        }
        let head = filled[start]
        let body = filled[(start + 1)...].filter { row in
            row.cells.first { !isBlank($0.text) }.map { !trimmed($0.text).hasPrefix(CaseImport.noteMark) } ?? false
        }
        guard !body.isEmpty else { return .failure(Refusal(problem: .noRows)) }
        let columns = head.cells.map { cell in
            (cell.column, trimmed(cell.text), body.map { $0[column: cell.column].map { trimmed($0.text) } ?? "" })
        }.filter { column in column.2.contains { !$0.isEmpty } }
        guard let title = titleColumn(columns) else {
            return .failure(Refusal(problem: .missingColumn(heading: titleNames.first ?? "title", isForm: false)))
        }
        var taken: Set<String> = []
        return .success(
            TableGuess(
                columns: columns.map { index, heading, values in
                    var role = index == title ? Role.field("title") : role(heading, values)
                    // A key is one column.
                    if case .field(let key) = role, !taken.insert(key).inserted { role = .hidden }
                    let name = heading.isEmpty ? SourcePosition.letters(ofColumn: index) : heading
                    return Column(index: index, heading: name, role: role, isFull: !values.contains(""))
                }, head: head, body: Array(body)))
    }

    private static let titleNames = Field.ofCases.first { $0.key == "title" }.map { $0.names + [$0.key] } ?? []

    /// The column of titles: by its name, otherwise the first one whose values are all there, different and short.
    private static func titleColumn(_ columns: [(Int, String, [String])]) -> Int? {
        let names = Set(titleNames.map(foldedName))
        if let named = columns.first(where: { names.contains(foldedName($0.1)) }) { return named.0 }
        let fits = columns.filter { $0.2.allSatisfy { !$0.isEmpty && $0.count <= 120 } && Set($0.2).count == $0.2.count }
        return fits.first { $0.2.contains { Double($0) == nil } }?.0
    }

    private static func role(_ heading: String, _ values: [String]) -> Role {
        let given = values.filter { !$0.isEmpty }
        if heading.precomposedStringWithCompatibilityMapping.hasPrefix(ImportColumn.hiddenMark) { return .hidden }
        if let key = key(heading, given) { return .field(key) }
        if given.contains(where: isPersonal) { return .hidden }
        // Also if a name comes back again and again: a person is no term.
        if isHidden(heading) { return .hidden }
        let rest = given.allSatisfy(isLikeName) ? .hidden : kind(of: given)
        // The same day or answer of several cases is no term.
        if case .declared(let kind, _) = rest, kind == .url || kind == .date || kind == .yesNo { return rest }
        if given.contains(where: { $0.count >= longText || $0.contains(where: \.isNewline) }) {
            // Lists of terms may have one per line.
            return taxonomy(given) ?? .section
        }
        return taxonomy(given) ?? rest
    }

    /// The declared field whose values all are of one kind; texts, if there is no other.
    private static func kind(of values: [String]) -> Role {
        let isAll = { (isKind: (String) -> Bool) in values.allSatisfy(isKind) }
        if isAll({ WebAddress.isValid($0) }) { return .declared(.url, unit: nil) }
        if isAll({ WrittenDate.read($0) != nil }) { return .declared(.date, unit: nil) }
        if isAll({ YesNo.read($0) != nil }) { return .declared(.yesNo, unit: nil) }
        let unit = unit(of: values)
        // Years are shown without a comma.
        let isYear = unit == "年" || isAll { $0.count == 4 && Int($0).map((1900...2100).contains) == true }
        if !isYear, isAll({ WrittenValue.number(meantBy: $0, unit: unit) != nil }) { return .declared(.number, unit: unit) }
        return .declared(.text, unit: nil)
    }

    /// What follows the digits of every value, such as `人`; nil if it is nothing, long, or not the same.
    private static func unit(of values: [String]) -> String? {
        let units = values.map { value in String(value.reversed().prefix { !$0.isNumber }.reversed()) }
        guard let unit = units.first, (1...4).contains(unit.count), units.allSatisfy({ $0 == unit }), unit != values.first
        else { return nil }
        return unit
    }

    /// Whether a heading names people, ways to reach them, or what only editors need.
    private static func isHidden(_ heading: String) -> Bool {
        let folded = foldedName(heading)
        let words = heading.lowercased().split { !$0.isLetter }.map(String.init)
        return hiddenHeadings.contains(folded) || hiddenParts.contains { folded.contains($0) }
            || !hiddenWords.isDisjoint(with: words)
    }

    private static let hiddenHeadings: Set = ["番号", "通し番号", "連番", "受付番号", "整理番号", "タイムスタンプ"]
    private static let hiddenParts = [
        "氏名", "名前", "担当", "記入者", "回答者", "応募者", "投稿者", "作成者", "関係者", "連絡", "電話", "メール", "住所", "郵便", "備考", "メモ", "内部", "社内", "所感",
        "コメント", "署名", "年齢", "生年月日", "面接者", "聞き手", "話し手",
    ]
    private static let hiddenWords: Set = [
        "no", "id", "timestamp", "name", "person", "contact", "mail", "email", "phone", "telephone", "tel", "address", "note",
        "notes", "memo", "comment", "comments", "remark", "remarks", "internal", "private", "confidential", "secret", "author",
        "authors",
        "writer", "editor", "interviewer", "interviewee", "respondent", "informant", "applicant", "reporter", "submitter",
        "owner",
        "staff", "signature", "birthday", "age",
    ]

    /// The key that a column has the name of, if every value can be one.
    private static func key(_ heading: String, _ values: [String]) -> String? {
        let folded = foldedName(heading)
        guard let field = Field.ofCases.first(where: { ($0.names + [$0.key]).map(foldedName).contains(folded) }) else {
            return nil
        }
        switch field.key {
        case "summary", "withdrawn", "yomi": return field.key
        case "status": return values.allSatisfy { ValueRule.status.word(named: $0) != nil } ? field.key : nil
        case "published", "updated", "review_by":
            return values.allSatisfy { WrittenDate.read($0) != nil } ? field.key : nil
        default: return nil
        }
    }

    /// Whether a value is a mail address or a telephone number.
    private static func isPersonal(_ value: String) -> Bool {
        let folded = value.precomposedStringWithCompatibilityMapping
        return folded.contains("@")
            || folded.contains("-") && folded.count { $0.isNumber } >= 9
                && folded.allSatisfy { $0.isNumber || "-() +".contains($0) }
    }

    /// Whether a value has the form of a person's name: `山田太郎`, `Mary Smith`.
    private static func isLikeName(_ value: String) -> Bool {
        let words = value.split { $0.isWhitespace || $0 == "・" }
        if FamilyNames.isName(Substring(words.joined())) { return true }
        return (2...3).contains(words.count)
            && words.allSatisfy { word in
                word.first?.isUppercase == true && word.contains { $0.isLowercase }
                    && word.allSatisfy { $0.isLetter || "-'’.".contains($0) }
            }
    }

    private static func taxonomy(_ values: [String]) -> Role? {
        let parts = values.map { value in
            value.split { "、，,；;／\n".contains($0) }.map { trimmed(String($0)) }.filter { !$0.isEmpty }
        }
        let whole = terms(values, of: values.count)
        // A list has parts that are used in other cells, too. Otherwise the separators are a part of the names.
        if parts.contains(where: { $0.count > 1 }), let single = terms(parts.flatMap { $0 }, of: values.count),
            single.count <= whole?.count ?? .max
        {
            return .taxonomy(terms: single, isMultiple: true)
        }
        return whole.map { .taxonomy(terms: $0, isMultiple: false) }
    }

    /// The different names, if they are names of terms: short, few, and each used twice on average.
    private static func terms(_ names: [String], of rows: Int) -> [String]? {
        guard names.allSatisfy({ $0.count <= longestTerm && !$0.contains(where: \.isNewline) }) else { return nil }
        var seen: Set<String> = []
        let terms = names.filter { seen.insert(foldedName($0)).inserted }
        return terms.count * 2 <= names.count && terms.count <= mostTerms && rows > 1 ? terms : nil
    }

    static func isBlank(_ text: String) -> Bool { Table.isBlank(text) }
    static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension TableGuess {
    /// What was decided about each column.
    var decisions: [Message] {
        columns.map { column in
            let name = column.heading
            switch column.role {
            case .field(let key):
                let label = Field.ofCases.first { $0.key == key }?.names.first ?? key
                return Message(ja: "「\(name)」→ \(label)（\(key)）", en: "“\(name)” → the key “\(key)”")
            case .taxonomy(let terms, let isMultiple):
                let list = { (comma: String) in terms.prefix(5).joined(separator: comma) + (terms.count > 5 ? "…" : "") }
                return Message(
                    ja: "「\(name)」→ 分類（\(terms.count)項目\(isMultiple ? "、いくつでも" : "")）：\(list("、"))",
                    en:
                        "“\(name)” → a taxonomy of \(terms.count) term\(terms.count == 1 ? "" : "s")\(isMultiple ? ", several for a case" : ""): \(list(", "))"
                )
            case .section: return Message(ja: "「\(name)」→ 見出しと文章", en: "“\(name)” → a section")
            case .declared(let kind, let unit):
                let word = kind.word
                let japaneseUnit = unit.map { "、単位は\($0)" } ?? ""
                return Message(
                    ja: "「\(name)」→ 追加の項目（\(word.ja)\(japaneseUnit)）",
                    en: "“\(name)” → a field (\(word.en)\(unit.map { ", in \($0)" } ?? ""))")
            case .hidden:
                return Message(
                    ja: "「\(name)」→ 公開しない情報（private）。サイトには載りません", en: "“\(name)” → not published (private)")
            }
        }
    }
}
