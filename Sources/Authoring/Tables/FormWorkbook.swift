import Diagnostics

/// An empty workbook to fill in: a sheet for one case, a sheet with one case per row, and a hidden one with the lists to choose from.
/// It is printed on A4.
public struct FormWorkbook {
    /// Something to fill in.
    private struct Entry {
        let heading: String
        let isRequired: Bool
        let hint: String
        /// The texts to choose from; empty if any text can be written.
        var choices: [String] = []
        var isMultiple = false
        /// Whether it is a text of several sentences.
        var isLong = false
    }

    /// How many rows the sheet for one case has for terms of which a case can have several.
    private static let rowsOfTerms = 3
    /// The last row of the table in which cells have lists.
    private static let lastRow = 1_000

    private let language: Language
    private let title: String
    /// What contributors write.
    private let entries: [Entry]
    /// What editors write.
    private let ofEditors: [Entry]

    /// Creates the workbook for what a case can contain.
    public init(_ form: CaseForm) {
        let language = form.language
        self.language = language
        title = language == .ja ? "事例の様式" : "Form for a case"
        var entries: [Entry] = []
        var ofEditors: [Entry] = []
        for kind in ImportColumn.kinds(form) {
            let entry = Self.entry(kind, form, language)
            if case .field(let key) = kind.meaning, Self.keysOfEditors.contains(key) {
                ofEditors.append(entry)
            } else {
                entries.append(entry)
            }
        }
        entries.append(
            language == .ja
                ? Entry(heading: "\(ImportColumn.hiddenMark)：連絡先", isRequired: false, hint: "サイトには載りません。")
                : Entry(
                    heading: "\(ImportColumn.englishHiddenMark): contact", isRequired: false, hint: "This is not published."))
        self.entries = entries
        self.ofEditors = ofEditors
    }

    /// The keys about the state and the place of a case in the collection.
    private static let keysOfEditors: Set<String> = [
        "status", "withdrawn", "published", "updated", "review_by", "aliases", "related",
    ]

    /// The names of the sheet for one case and of the one with a row per case.
    public static func names(in language: Language) -> (form: String, table: String) {
        language == .ja ? ("様式", "一覧") : ("Form", "Table")
    }

    private static func entry(_ kind: ImportColumn.Kind, _ form: CaseForm, _ language: Language) -> Entry {
        let isJapanese = language == .ja
        let (heading, isRequired) = (kind.names[0], kind.isRequired)
        switch kind.meaning {
        case .field(let key):
            let field = form.schema.caseFields.first { $0.key == key }
            let hint = field?.help?.cellHint.text(in: language) ?? ""
            let own = form.fields.first { $0.key == key }
            let choices = key == "status" ? CaseExport.states(in: form.language) : own?.choices ?? field?.choices ?? []
            return Entry(heading: heading, isRequired: isRequired, hint: hint, choices: choices)
        case .terms(let index):
            let question = form.questions[index]
            return Entry(
                heading: heading, isRequired: isRequired, hint: isJapanese ? "一覧から選びます。" : "Choose from the list.",
                choices: question.choices.map(\.label), isMultiple: question.isMultiple)
        case .section(let index):
            let hint = form.schema.sections[index].definition.hint ?? (isJapanese ? "文を書きます。" : "Write the text here.")
            return Entry(heading: heading, isRequired: isRequired, hint: hint, isLong: true)
        case .hidden, .id, .ignored: return Entry(heading: heading, isRequired: false, hint: "")
        }
    }

    /// The bytes of the file.
    public var bytes: [UInt8] {
        let all = entries + ofEditors
        let (lists, choices) = self.lists(all)
        return WorkbookWriter(
            [formSheet(lists), tableSheet(all, lists), choices],
            lists: all.filter { !$0.choices.isEmpty }.enumerated().map {
                WorkbookWriter.List(sheet: 2, column: $0, rows: 2...$1.choices.count + 1)
            },
            error: word(
                ("一覧にありません", "一覧（▼）から選んでください。当てはまるものがないときは、空けておいてください。"),
                ("Not on the list", "Choose from the list. Leave the cell empty if nothing fits."))
        ).bytes
    }

    /// The index of the list for each heading with choices, and the hidden sheet with the lists.
    private func lists(_ all: [Entry]) -> (indices: [String: Int], sheet: WorkbookWriter.Sheet) {
        let listed = all.filter { !$0.choices.isEmpty }
        var sheet = WorkbookWriter.Sheet(name: word("選択肢", "Choices"), isHidden: true)
        for number in 0...(listed.map(\.choices.count).max() ?? 0) {
            let cells = listed.enumerated().compactMap { column, entry in
                let text = number == 0 ? entry.heading : number <= entry.choices.count ? entry.choices[number - 1] : ""
                return text.isEmpty ? nil : WorkbookWriter.Cell(column: column, text: text)
            }
            sheet.rows.append(WorkbookWriter.Row(number: number + 1, cells: cells))
        }
        let indices = Dictionary(listed.enumerated().map { ($1.heading, $0) }, uniquingKeysWith: { first, _ in first })
        return (indices, sheet)
    }

    private func formSheet(_ lists: [String: Int]) -> WorkbookWriter.Sheet {
        var sheet = WorkbookWriter.Sheet(
            name: Self.names(in: language).form, columns: [(24, .plain), (62, .plain), (34, .plain)])
        func add(_ height: Int? = nil, _ cells: (String, WorkbookWriter.Style)...) {
            sheet.rows.append(
                WorkbookWriter.Row(
                    number: (sheet.rows.last?.number ?? 0) + 1, height: height,
                    cells: cells.enumerated().map { WorkbookWriter.Cell(column: $0, text: $1.0, style: $1.1) }))
        }
        add(28, (title, .title))
        add(
            nil,
            (
                word(
                    "1枚に1件です。もう1件書くときは、このシートをコピーします。左の列の見出しは変えないでください。",
                    "One case per sheet: copy the sheet for another one. Do not change the headings in the left column."),
                .plain
            ))
        add(nil, (word("項目", "Entry"), .heading), (word("書くところ", "Write here"), .heading), (word("書き方", "How"), .heading))
        func add(_ entries: [Entry]) {
            for entry in entries {
                let count = entry.isMultiple ? Self.rowsOfTerms : 1
                for part in 1...count {
                    let heading = count > 1 ? "\(entry.heading) \(part)" : entry.heading
                    let isRequired = entry.isRequired && part == 1
                    add(
                        entry.isLong ? 150 : nil, (heading + (isRequired ? word("（必須）", " (required)") : ""), .heading),
                        ("", .input),
                        (part == 1 ? entry.hint + (count > 1 ? word("一つの欄に一つずつ選びます。", " One in each cell.") : "") : "", .hint))
                    let number = sheet.rows.last?.number ?? 0
                    sheet.guidance.append(
                        WorkbookWriter.Guidance(
                            cells: "B\(number)", title: entry.heading, text: entry.hint, list: lists[entry.heading],
                            isStrict: !entry.isMultiple))
                }
            }
        }
        add(entries)
        if !ofEditors.isEmpty {
            add(nil, (word("編集担当が書くところ", "For the editors"), .plain))
            add(ofEditors)
        }
        return sheet
    }

    private func tableSheet(_ all: [Entry], _ lists: [String: Int]) -> WorkbookWriter.Sheet {
        var sheet = WorkbookWriter.Sheet(name: Self.names(in: language).table, fixedRows: 1, isLandscape: true)
        sheet.columns = all.map { ($0.isLong ? 48 : $0.choices.isEmpty ? 20 : 24, .input) }
        sheet.rows = [
            WorkbookWriter.Row(
                number: 1,
                cells: all.enumerated().map { column, entry in
                    WorkbookWriter.Cell(
                        column: column, text: entry.heading + (entry.isRequired ? word("（必須）", " (required)") : ""),
                        style: .heading)
                })
        ]
        sheet.guidance = all.enumerated().map { column, entry in
            let letters = SourcePosition.letters(ofColumn: column)
            let several = word("いくつもあるときは、「、」で区切って書きます。", " Several are separated by 、 or commas.")
            return WorkbookWriter.Guidance(
                cells: "\(letters)2:\(letters)\(Self.lastRow)", title: entry.heading,
                text: entry.hint + (entry.isMultiple ? several : ""), list: lists[entry.heading], isStrict: !entry.isMultiple)
        }
        return sheet
    }

    private func word<Text>(_ ja: Text, _ en: Text) -> Text { language == .ja ? ja : en }
}
