import CasebookModel
import CasebookLoading
import Diagnostics

/// The file with which a new case starts: every key with an explanation, and every heading with a hint.
public struct CaseScaffold {
    let form: CaseForm
    let title: String
    /// For each taxonomy, the labels of the terms.
    let terms: [[String]]
    /// For each declared field with a value, its key and the value as front matter writes it.
    let values: [String: String]
    private var language: Language { form.language }
    private var lines: [String] = []

    /// Creates the file of a new case.
    ///
    /// - Parameters:
    ///   - form: What a new case can contain.
    ///   - title: The title; empty if it is not known yet.
    ///   - terms: For each question of the form, the labels of the terms; empty if they are not known yet.
    ///   - values: The known values of declared fields by their keys, as front matter writes them.
    public init(
        form: CaseForm, title: String, terms: [[String]], values: [String: String] = [:]
    ) {
        self.form = form
        self.title = title
        self.terms = terms
        self.values = values
        lines = frontMatter + sections
    }

    /// The text of the file.
    public var text: String { lines.joined(separator: "\n") + "\n" }

    /// The errors of the given values. Missing values are not errors here.
    public var diagnostics: [Diagnostic] {
        form.check(text).filter { diagnostic in
            diagnostic.severity == .error && diagnostic.id != "empty-value"
        }
    }

    /// The required keys that have no value yet.
    public var missing: [String] {
        (title.isEmpty ? ["title"] : [])
            + form.questions.indices.filter { form.questions[$0].isRequired && terms[$0].isEmpty }.map {
                form.questions[$0].key
            } + form.fields.filter { $0.isRequired && values[$0.key] == nil }.map(\.key)
    }

    private var frontMatter: [String] {
        var lines = [
            "---",
            language == .ja
                ? "# 「#」で始まる行は説明で、サイトには出ません。任意の項目を使うときは、行の先頭の「# 」を消して書きます。"
                : "# Lines that start with “#” are explanations and are not published. To use an optional key, remove “# ” from its line.",
        ]
        for field in form.keys where isUseful(field) {
            if case .terms(let index) = field.kind {
                lines += taxonomy(index)
            } else {
                lines += entry(field)
            }
        }
        return lines + ["---"]
    }

    /// Whether a key means something for a new case in the casebook's language: a reading in kana only in Japanese, and no reason for
    /// withdrawing it.
    private func isUseful(_ field: Field) -> Bool {
        field.key != "withdrawn" && (field.key != "yomi" || form.schema.isJapanese)
    }

    /// The lines of a key, with its explanation.
    private func entry(_ field: Field) -> [String] {
        if field.key == "private" {
            return language == .ja
                ? ["# 公開しない情報（任意）: サイトには出ません", "# private:", "#   連絡先: "]
                : ["# not published (optional)", "# private:", "#   contact: "]
        }
        guard let help = field.help else { return [] }
        let isDeclared = form.fields.contains { $0.key == field.key }
        let name = language == .ja || isDeclared ? field.names.first ?? field.key : field.key
        let lines = ["# \(name)\(note(field.isRequired || field.key == "status")): \(help.hint.text(in: language))"]
        switch field.key {
        case "title": return lines + [title.isEmpty ? "title:" : "title: \(YAMLScalar.write(title))"]
        case "status": return lines + ["status: \(Case.Status.draft.rawValue)"]
        default:
            if let value = values[field.key] { return lines + ["\(field.key): \(value)"] }
            return lines + [field.isRequired ? "\(field.key):" : "# \(field.key): "]
        }
    }

    /// The lines of a taxonomy's key, with the labels of all its terms.
    private func taxonomy(_ index: Int) -> [String] {
        let question = form.questions[index]
        let count: Message =
            switch (question.isMultiple, question.isRequired) {
            case (false, true): Message(ja: "必要、次から一つ", en: "required, one of these")
            case (false, false): Message(ja: "任意、次から一つ", en: "optional, one of these")
            case (true, true): Message(ja: "必要、次から一つ以上。「, 」で区切ります", en: "required, one or more of these")
            case (true, false): Message(ja: "任意、次からいくつでも。「, 」で区切ります", en: "optional, any of these")
            }
        let name = language == .ja ? "\(question.label)（\(count.ja)）" : "\(question.label) (\(count.en))"
        var lines = ["# \(name)"]
        let labels = question.choices.map(\.label)
        if !question.groups.isEmpty {
            var start = 0
            for group in question.groups where group.count > 0 {
                lines.append("#   \(group.label): \(joined(labels[start..<start + group.count]))")
                start += group.count
            }
        } else if form.schema.taxonomies[index].order == .number {
            lines += question.choices.map { "#   \($0.number) \($0.label)" }
        } else {
            lines.append("#   \(joined(labels[...]))")
        }
        let values = terms[index]
        let value = question.isMultiple ? YAMLScalar.write(values) : values.first.map { YAMLScalar.write($0) } ?? ""
        let line = value.isEmpty ? "\(question.key):" : "\(question.key): \(value)"
        return lines + [values.isEmpty && !question.isRequired ? "# \(line)" : line]
    }

    private func joined(_ labels: ArraySlice<String>) -> String {
        labels.joined(separator: language == .ja ? "、" : ", ")
    }

    private func note(_ isRequired: Bool) -> String {
        language == .ja ? isRequired ? "（必要）" : "（任意）" : isRequired ? " (required)" : " (optional)"
    }

    private var sections: [String] {
        form.schema.sections.flatMap { section in
            let hint = section.definition.hint ?? (language == .ja ? "ここに文を書きます。" : "Write the text here.")
            let note = language == .ja ? "この行はサイトには出ません。消してもかまいません。" : " This line is not published."
            return ["", "## \(section.definition.heading)", "", "<!-- \(Self.comment(hint))\(note) -->"]
        }
    }

    /// Returns a text that cannot end an HTML comment.
    private static func comment(_ text: String) -> String {
        var result = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        while let mark = result.firstRange(of: "--") { result.replaceSubrange(mark, with: "–") }
        return result
    }
}
