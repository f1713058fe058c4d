import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// The declarations that fit the columns of a table, and the cases that its rows become with them.
struct TableCasebook {
    private let guess: TableGuess
    private let settings: SettingsText
    /// The files of the terms.
    private let terms: [(path: String, text: String)]
    /// The heading of each column that is read, as ``CaseImport`` knows it without doubt.
    private var headings: [Int: String] = [:]
    /// For each column that needs a value in every row, the value of rows without one.
    private var fillers: [Int: String] = [:]
    /// What was decided about the columns, and what was added.
    private(set) var decisions: [Message]

    /// The name of the term for rows without a value, and the taxonomy that is added where a table has too few.
    private struct Words {
        let unstated: String
        let added: [(label: String, folder: String)]
        let section: String
    }

    private static func words(in language: Language) -> Words {
        language == .ja
            ? Words(unstated: "未分類", added: [("区分", "kinds"), ("種類", "sorts")], section: "内容")
            : Words(unstated: "Not stated", added: [("Kind", "kinds"), ("Sort", "sorts")], section: "Text")
    }

    init(_ guess: TableGuess, title: String, table: String, language: Language) {
        let words = Self.words(in: language)
        self.guess = guess
        decisions = guess.decisions
        var names = Names()
        var taxonomies: [SettingsText.Taxonomy] = []
        var sections: [SettingsText.Section] = []
        var fields: [SettingsText.DeclaredField] = []
        var files: [(path: String, text: String)] = []
        // The two taxonomies that group cases have exactly one term for each case. Those with the fewest gaps are taken.
        let single = guess.columns.filter { if case .taxonomy(_, false) = $0.role { true } else { false } }
        let main = Array((single.filter(\.isFull) + single.filter { !$0.isFull }).prefix(2))
        var mainFolders: [Int: String] = [:]
        func add(_ labels: [String], label: String, folder: String, isMultiple: Bool, isRequired: Bool) {
            let slugs = Self.slugs(of: labels)
            taxonomies.append(
                .init(
                    folder: folder, key: folder, label: label, isMultiple: isMultiple, isRequired: isRequired, terms: slugs))
            for (slug, label) in zip(slugs, labels) {
                files.append(("\(folder)/\(slug).md", "---\nlabel: \(YAMLScalar.write(label))\n---\n"))
            }
        }
        for column in guess.columns {
            switch column.role {
            case .field(let key): headings[column.index] = key
            case .hidden: headings[column.index] = "\(ImportColumn.hiddenMark)：\(names.unique(column.heading))"
            case .section:
                let id = names.id(for: column.heading, otherwise: "section")
                sections.append(.init(id: id, heading: names.unique(column.heading), isRequired: column.isFull))
                headings[column.index] = id
            case .declared(let kind, let unit):
                let key = names.id(for: column.heading, otherwise: "field")
                let label = names.uniqueLabel(column.heading)
                fields.append(.init(key: key, label: label, kind: kind.rawValue, unit: unit))
                headings[column.index] = key
            case .taxonomy(var labels, let isMultiple):
                let isMain = main.contains(column)
                let folder = names.id(for: column.heading, otherwise: "group")
                if isMain {
                    mainFolders[column.index] = folder
                    if !column.isFull {
                        if !labels.contains(where: { foldedName($0) == foldedName(words.unstated) }) {
                            labels.append(words.unstated)
                        }
                        fillers[column.index] = words.unstated
                        decisions.append(
                            Message(
                                ja: "「\(column.heading)」の空いているところには、「\(words.unstated)」と書きました",
                                en: "Rows without “\(column.heading)” have the term “\(words.unstated)”"))
                    }
                }
                add(labels, label: names.unique(column.heading), folder: folder, isMultiple: isMultiple, isRequired: isMain)
                headings[column.index] = folder
            }
        }
        var folders = main.compactMap { mainFolders[$0.index] }
        let width = guess.head.width
        for (offset, extra) in words.added.prefix(2 - folders.count).enumerated() {
            let folder = names.id(for: extra.folder, otherwise: "group")
            add([words.unstated], label: names.unique(extra.label), folder: folder, isMultiple: false, isRequired: true)
            headings[width + offset] = folder
            fillers[width + offset] = words.unstated
            decisions.append(
                Message(
                    ja: "事例を分ける分類が二つ要るので、「\(extra.label)」を加え、どの事例も「\(words.unstated)」としました",
                    en:
                        "Cases are grouped by two taxonomies, so “\(extra.label)” was added, in which all are “\(words.unstated)”"
                ))
            folders.append(folder)
        }
        if sections.isEmpty {
            sections.append(.init(id: names.id(for: "text", otherwise: "section"), heading: words.section, isRequired: false))
        }
        let file = table.split(separator: "/").last.map(String.init) ?? table
        settings = SettingsText(
            language: language, title: title,
            description: language == .ja ? "「\(file)」から作った事例集です。" : "Cases from the table “\(file)”.",
            publisher: language == .ja ? "編集担当" : "The editors", source: file,
            notice: language == .ja ? "事例は、参考のために示すものです。" : "The cases are examples.", primary: folders[0],
            secondary: folders[1], footer: ["about"], taxonomies: taxonomies, sections: sections, fields: fields)
        terms = files
    }

    /// `casebook.yml` and the files of the terms.
    var declarations: [(path: String, text: String)] { [("casebook.yml", settings.text)] + terms }

    /// Reads the cases of the table with the declarations, by the rules of `knowhow import`.
    func cases(of table: Table) -> CaseImport {
        let root = "content"
        let files = declarations.map { ("\(root)/\($0.path)", Array($0.text.utf8)) }
        let (form, diagnostics) = CaseForm.read(paths: files.map(\.0), root: root, readsTitles: false) { files[$0].1 }
        guard let form else { return CaseImport(failed: diagnostics) }
        let shown = Dictionary(uniqueKeysWithValues: guess.columns.map { ($0.index, $0.heading) })
        let rows =
            [filled(guess.head) { headings[$0] ?? "" }]
            + guess.body.map { row in
                filled(row) { column in
                    guard headings[column] != nil else { return "" }
                    let value = row[column: column]?.text ?? ""
                    return TableGuess.isBlank(value) ? fillers[column] ?? "" : value
                }
            }
        return CaseImport.read(
            Table(path: table.path, layout: table.layout, rows: rows), form: form, shownHeadings: shown)
    }

    /// A row with other texts: with unmistakable headings, and empty where it is not read. Each cell keeps its location.
    private func filled(_ row: Table.Row, _ text: (Int) -> String) -> Table.Row {
        let end = row.cells.last?.source.upperBound ?? 0
        let cells = (0...(headings.keys.max() ?? 0)).map { column in
            let cell = row[column: column]
            return Table.Cell(
                text: text(column), column: column, source: cell?.source ?? end..<end,
                place: cell?.place ?? Table.Place(row: row.number, column: column),
                isUncalculated: cell?.isUncalculated ?? false)
        }
        return Table.Row(number: row.number, line: row.line, cells: cells)
    }

    /// The names of the files of terms: their labels, if these are ASCII, otherwise numbers.
    private static func slugs(of labels: [String]) -> [String] {
        var names = Names(mayStartWithDigit: true)
        return labels.map { names.id(for: $0, otherwise: "term") }
    }
}

/// Names that were given already.
private struct Names {
    private let mayStartWithDigit: Bool
    private var ids: Set<String> = []
    private var texts: Set<String> = []

    /// - Parameter mayStartWithDigit: Whether an id may start with a digit, as those of files may.
    init(mayStartWithDigit: Bool = false) {
        self.mayStartWithDigit = mayStartWithDigit
    }

    /// A name for a folder, key, section or file.
    mutating func id(for text: String, otherwise fallback: String) -> String {
        let own = Self.known[foldedName(text)] ?? slug(text)
        if let own, !ids.contains(own), !ReservedNames.isReservedID(own), ReservedNames.pageBase(own) == nil,
            !ReservedNames.folders.contains(own), !Field.ofCases.contains(where: { $0.key == own }), own != "q", own != "page"
        {
            ids.insert(own)
            return own
        }
        var number = 1
        // `term-2` would be the address of a second page.
        while ids.contains("\(fallback)\(number)") { number += 1 }
        ids.insert("\(fallback)\(number)")
        return "\(fallback)\(number)"
    }

    /// A text, with a number if it was given before.
    mutating func unique(_ text: String) -> String {
        var result = text
        var number = 2
        while !texts.insert(foldedName(result)).inserted {
            result = "\(text)（\(number)）"
            number += 1
        }
        return result
    }

    /// A text that is no name of a key either, so that it can be the label of a field.
    mutating func uniqueLabel(_ text: String) -> String {
        let known = Field.ofCases.flatMap { $0.names + [$0.key] }
        return unique(known.contains { foldedName($0) == foldedName(text) } ? "\(text)（表）" : text)
    }

    /// Headings that many tables have.
    private static let known = [
        "分野": "fields", "分類": "categories", "区分": "kinds", "種別": "kinds", "種類": "kinds", "地域": "areas", "都道府県": "prefectures",
        "年度": "years", "年": "years", "業種": "industries", "機関": "organizations", "団体": "organizations", "対象": "audiences",
        "担当": "teams", "場所": "places", "きっかけ": "background", "背景": "background", "取組": "action", "取り組み": "action",
        "内容": "content", "結果": "effect", "効果": "effect", "課題": "problem", "工夫": "approach",
    ]

    /// The letters and digits of an ASCII text with hyphens between words; nil if it has others.
    private func slug(_ text: String) -> String? {
        let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
        guard folded.unicodeScalars.allSatisfy(\.isASCII) else { return nil }
        let words = folded.split { !($0.isLetter || $0.isNumber) }
        let slug = words.joined(separator: "-")
        let isFit = slug.first?.isLetter == true || mayStartWithDigit && !slug.isEmpty
        return isFit && slug.count <= 40 ? slug : nil
    }
}
