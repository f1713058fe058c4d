import Basics
import CasebookLoading
import CasebookModel
import Diagnostics

/// A question of the issue form of a casebook. The form is written from these, and the text of an issue is read by them.
///
/// What GitHub allows is described in “Syntax for GitHub's form schema” and “Common validation errors when creating issue forms”
/// (docs.github.com, “Communities”).
struct IssueElement: Sendable {
    enum Kind: Sendable {
        /// A line of text.
        case line
        case text
        /// One or several of some options.
        case menu(options: [String], isMultiple: Bool)
        /// Boxes, several of which can be ticked. GitHub writes each on a line of its own, so that options may have commas.
        case boxes(options: [String])
        /// Boxes all of which have to be ticked.
        case consent(options: [String])
    }

    /// What the answer is for; nil for the consent.
    let meaning: ImportColumn.Meaning?
    /// A name with letters, digits, `-` and `_` only.
    let id: String
    /// The question, which GitHub writes as a heading above the answer.
    let label: String
    let help: String?
    let isRequired: Bool
    let kind: Kind

    /// Returns the questions for a casebook, in the order of the form.
    static func all(_ form: CaseForm) -> [IssueElement] {
        let language = form.language
        var elements: [IssueElement] = []
        func add(
            _ meaning: ImportColumn.Meaning?, id: String, label: String, note: String = "", help: String?, required: Bool,
            _ kind: Kind
        ) {
            // Labels are the headings by which the text is divided, so each is used once.
            let isTaken = elements.contains { $0.label == label }
            let valid = !id.isEmpty && id.utf8.allSatisfy { isNameByte($0) }
            let isUsed = elements.contains { $0.id == id }
            elements.append(
                IssueElement(
                    meaning: meaning, id: valid && !isUsed ? id : "part-\(elements.count + 1)",
                    label: isTaken ? label + note : label, help: help.flatMap { $0.isEmpty ? nil : $0 }, isRequired: required,
                    kind: kind))
        }
        func addField(_ key: String) {
            guard let field = form.schema.caseFields.first(where: { $0.key == key }) else { return }
            add(
                .field(key), id: key, label: label(of: field, language), help: field.help?.cellHint.text(in: language),
                required: field.isRequired, .line)
        }
        for question in form.contributorQuestions {
            let label = question.label ?? ""
            switch question.subject {
            case .title, .summary: addField(question.key)
            case .terms(let index):
                // A menu needs at least one option.
                guard !form.questions[index].choices.isEmpty else { continue }
                add(
                    .terms(index), id: question.key, label: label, help: question.hint, required: question.isRequired,
                    kind(form.questions[index], language))
            case .section(let index):
                add(
                    .section(index), id: question.key, label: label, note: language == .ja ? "（文章）" : " (text)",
                    help: question.hint, required: question.isRequired, .text)
            case .field(let index):
                let field = form.fields[index]
                add(
                    .field(question.key), id: question.key, label: label, help: field.hint(in: language),
                    required: question.isRequired,
                    field.choices.isEmpty ? .line : .menu(options: field.choices, isMultiple: false))
            }
        }
        let statements = form.consent.isEmpty ? consent.map { $0.text(in: language) } : form.consent
        add(
            nil, id: "consent", label: language == .ja ? "送る前の確認" : "Before you send it", help: nil, required: true,
            .consent(options: statements))
        return elements
    }

    /// What contributors confirm unless `casebook.yml` says something else.
    private static let consent = [
        Message(
            ja: "個人や勤め先が分かること（名前、連絡先、写真など）を書いていません",
            en: "It says nothing that identifies people or employers, such as names, addresses or photographs"),
        Message(
            ja: "公開してよいことを、事例に出てくる人や機関に確かめました",
            en: "The people and organizations in it agree to its publication"),
    ]

    private static func kind(_ question: TermQuestion, _ language: Language) -> Kind {
        let options = question.choices.map { option(for: $0.label, language) }
        let hasComma = question.isMultiple && options.contains { $0.contains(",") }
        return hasComma ? .boxes(options: options) : .menu(options: options, isMultiple: question.isMultiple)
    }

    /// The option for a term. “None” is reserved for “no choice”, so a term of that name is quoted.
    static func option(for label: String, _ language: Language) -> String {
        guard label.lowercased() == "none" else { return label }
        return language == .ja ? "「\(label)」" : "“\(label)”"
    }

    /// The label of a key: its name in Japanese, otherwise the key itself as words.
    private static func label(of field: Field, _ language: Language) -> String {
        if language == .ja, let name = field.names.first { return name }
        let words = field.key.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
