import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Authoring

/// Values as contributors write them, and what the rules say about each. `Tests/EndToEnd/Pages/test_value_rules.py` reads the same file
/// with the script of the site.
@Suite struct ValueFixtureTests {
    private static let folder = "Tests/Fixtures/values"

    /// A row of `values.json`.
    private struct Row: Decodable {
        /// A key, `#` and the id of a section, or `kana` for the reading of a glossary word.
        let key: String
        let what: String
        /// One text or several, as columns of the same key have them.
        let text: Value
        /// The ids of the problems; none if a value is given instead.
        let ids: [String]?
        /// What `import` reads: a text, or the labels of terms.
        let value: Value?
        /// The ids of what `check` says of the same text in front matter; nil if it says the same as `import`.
        let file: [String]?

        var name: String { "\(key): \(text.texts) (\(what))" }
    }

    /// A text or a list of texts.
    private struct Value: Decodable {
        let texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            texts = try (try? container.decode([String].self)) ?? [container.decode(String.self)]
        }
    }

    private let rows: [Row]
    private let files: [SourceFile]
    private let form: CaseForm

    init() throws {
        let url = FixtureFolder.repository.appending(path: "\(Self.folder)/values.json")
        rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: url))
        let files = try FixtureFolder.files(in: "\(Self.folder)/content")
        self.files = files
        form = try #require(
            CaseForm.read(paths: files.map(\.path), root: "content", readsTitles: true) { files[$0].bytes }.form)
    }

    @Test func everyValueInATable() throws {
        #expect(rows.count >= 150)
        for row in rows where row.key != "kana" {
            let read = CaseImport.read([SourceFile(path: "form.csv", text: table(of: row))], form: form, encoding: .utf8)
            var ids = read.diagnostics.map(\.id)
            if let text = read.cases.first?.text {
                ids += form.check(text).map(\.id).filter { $0 == "long-title" }
            }
            #expect(ids == row.ids ?? [], "\(row.name)")
            guard let expected = row.value?.texts, let text = read.cases.first?.text, !row.key.hasPrefix("#") else { continue }
            #expect(forms(of: expected, key: row.key).contains(value(of: row.key, in: text)), "\(row.name)")
        }
    }

    @Test func everyValueInFrontMatter() throws {
        let forms: Set<String> = [
            "bad-date", "wide-digits", "bad-amount", "bad-yes-no", "bad-address", "bad-status", "bad-yomi",
        ]
        for row in rows {
            guard let text = row.text.texts.first, row.text.texts.count == 1, !text.contains("\n"), !text.isEmpty else {
                continue
            }
            let quoted = "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
            let found: [Diagnostic]
            if row.key == "kana" {
                let word = "---\nterm: 就労\nyomi: \(quoted)\n---\n\n働くことです。\n"
                found = try reading(adding: "content/glossary/word.md", word).diagnostics
            } else if let rule = form.schema.caseFields.first(where: { $0.key == row.key })?.rule, rule.form != .text {
                found = form.check(
                    "---\ntitle: 題名\n\(row.key): \(quoted)\n---\n\n## 必要性・きっかけ\n\n必要。\n\n## 取組・工夫の概要\n\n工夫。\n")
            } else {
                continue
            }
            let expected = (row.file ?? row.ids ?? []).filter(forms.contains)
            #expect(found.map(\.id).filter(forms.contains) == expected, "\(row.name)")
        }
    }

    /// The rules that pages get. `KNOWHOW_RECORD=1` records them again.
    @Test func rulesForPages() throws {
        let text = "---\ntitle: 題名\ncategory: 1\norganization: 企業\nstatus: withdrawn\n---\n"
        let casebook = try #require(reading(adding: "content/cases/c002.md", text).casebook)
        let url = FixtureFolder.repository.appending(path: "\(Self.folder)/rules.json")
        let json = casebook.rules.json + "\n"
        if ProcessInfo.processInfo.environment["KNOWHOW_RECORD"] == "1" { try Data(json.utf8).write(to: url) }
        #expect(try json == String(contentsOf: url, encoding: .utf8))
    }

    @Test func rulesOfCasebooksInEnglish() throws {
        let rules = try #require(SmallCasebook().withFields.in(.en).read().casebook?.rules)
        #expect(rules["title"]?.longest == 120 && rules["title"]?.isRequired == true)
        #expect(rules["wheelchair"]?.words.map(\.label) == ["yes", "no"])
        #expect(rules["category"]?.most == 1 && rules["actors"]?.most == nil)
        #expect(rules["members"]?.unit == "人" && rules["summary"]?.isRequired == false)
        #expect(rules.sections.map(\.rule.isRequired) == [true, true, false] && rules.sections.allSatisfy(\.rule.hasLines))
        #expect(rules["private"] == nil && !rules.json.contains("private"))
    }

    /// A table with one case that has the value.
    private func table(of row: Row) -> String {
        var columns = [
            ("title", "題名の話"), ("category", "就労情報提供"), ("organization", "企業"), ("background", "必要。"), ("approach", "工夫。"),
        ]
        let key = row.key.hasPrefix("#") ? String(row.key.dropFirst()) : row.key
        columns.removeAll { $0.0 == key }
        // Several columns of a taxonomy are numbered.
        for (number, text) in row.text.texts.enumerated() { columns.append((number == 0 ? key : "\(key) \(number + 1)", text)) }
        let cells = columns.map { "\"\($0.1.replacing("\"", with: "\"\""))\"" }
        return columns.map(\.0).joined(separator: ",") + "\r\n" + cells.joined(separator: ",") + "\r\n"
    }

    /// The value of a key in the text of a case, as it is written; empty without one.
    private func value(of key: String, in text: String) -> String {
        let line = text.split(separator: "\n").first { $0.hasPrefix("\(key): ") }
        return line.map { String($0.dropFirst(key.count + 2)) } ?? ""
    }

    /// How values may be written in a case.
    private func forms(of values: [String], key: String) -> [String] {
        let isList = form.questions.contains { $0.key == key && $0.isMultiple }
        if isList { return [YAMLScalar.write(values)] + (values.isEmpty ? [""] : []) }
        return [values[0], YAMLScalar.write(values[0])]
    }

    private func reading(adding path: String, _ text: String) throws -> (casebook: Casebook?, diagnostics: [Diagnostic]) {
        try CasebookReader.read(
            files: files + [SourceFile(path: path, text: text)], images: FixtureFolder.images(in: "\(Self.folder)/content"),
            links: [], includingDrafts: true, jobs: 1)
    }
}
