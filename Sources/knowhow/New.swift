import ArgumentParser
import Authoring
import Diagnostics
import Foundation

/// `knowhow new`: creates the file of a new case with the next free id.
///
/// The options for terms are the keys of the taxonomies that `casebook.yml` declares: `--KEY TERM`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "新しい事例のファイルを作ります。 Creates the file of a new case.",
        usage: "knowhow new [--title TEXT] [--KEY TERM ...] [--content DIR] [--lang LANG]",
        discussion: """
            KEY は casebook.yml の分類（taxonomies）の key です。名前、別の名前、番号で指定します。
            追加の項目（fields）の key にも、同じように値を指定できます。
            端末で何も指定しないと、題名と分類を順に尋ねます。
            KEY is the key of a taxonomy in casebook.yml; TERM is a name, another name or a number of a term.
            It can also be the key of a field, with its value.
            Without options on a terminal, the command asks for the title and the terms.
            """)

    @Option(help: ArgumentHelp("題名 The title", valueName: "TEXT"))
    var title: String?

    @OptionGroup var options: ContentOptions

    @Argument(
        parsing: .allUnrecognized, help: ArgumentHelp("分類の指定：--KEY TERM The terms, as --KEY TERM", valueName: "--KEY TERM"))
    var terms: [String] = []

    func run() throws {
        let language = options.language
        let form = try options.readForm()
        let given = try NewCaseOptions(terms, form: form, in: language)
        var title = (title ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        var (labels, values) = (given.labels, given.values)
        if self.title == nil, terms.isEmpty, Prompt.isPossible {
            var prompt = Prompt(in: language)
            title = try prompt.askTitle()
            for index in form.order where form.questions[index].isRequired {
                labels[index] = try prompt.ask(form.questions[index])
            }
            for field in form.fields where field.isRequired { values[field.key] = try prompt.ask(field) }
        }
        let scaffold = CaseScaffold(form: form, title: title, terms: labels, values: values)
        if let problem = scaffold.diagnostics.first {
            Console.report("knowhow: \(problem.message.text(in: language))")
            throw ExitCode.wrongUse
        }
        let paths = try options.write([scaffold.text])
        for path in paths { Console.show(path) }
        Console.report(nextSteps(missing: scaffold.missing, form: form))
    }

    private func nextSteps(missing: [String], form: CaseForm) -> String {
        let isJapanese = options.language == .ja
        var steps = [
            isJapanese
                ? "このファイルをテキストエディターで開き、見出しの下に文を書いてください。"
                : "Open this file in a text editor and write under its headings."
        ]
        if !missing.isEmpty {
            steps.append(
                isJapanese
                    ? "まだ書いていない項目：\(missing.joined(separator: "、"))" : "Still to be written: \(missing.joined(separator: ", "))"
            )
        }
        steps.append(
            isJapanese
                ? "書けたら knowhow check で確かめ、公開するときに status を published にします。"
                : "Then run knowhow check, and change status to published when it is ready.")
        return steps.joined(separator: "\n")
    }
}

/// The options of `knowhow new` that `casebook.yml` declares: `--KEY TERM` or `--KEY=TERM`, any number of times.
private struct NewCaseOptions {
    /// The labels of the chosen terms for each question of the form.
    let labels: [[String]]
    /// The values of declared fields by their keys.
    let values: [String: String]

    init(_ arguments: [String], form: CaseForm, in language: Language) throws {
        var labels = form.questions.map { _ in [String]() }
        var values: [String: String] = [:]
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                throw Self.wrong(
                    ja: "「\(argument)」が何かわかりません。題名は --title に続けて書いてください。空白を含む値は「\"」で囲みます",
                    en: "“\(argument)” is not an option. Write the title after --title, in quotation marks if it has spaces",
                    language
                )
            }
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = String(parts[0])
            let field = form.fields.first { $0.key == key }
            let taxonomy = form.questions.firstIndex { $0.key == key }
            guard field != nil || taxonomy != nil else {
                let keys = form.questions.map(\.key) + form.fields.map(\.key) + ["title", "content", "lang"]
                let near = nearest(to: key, among: keys).map { "--" + $0 }
                let (ja, en) =
                    near.isEmpty
                    ? ("使えるもの: ", "allowed: ") : ("もしかして: ", "did you mean: ")
                let list = (near.isEmpty ? keys.map { "--" + $0 } : near).joined(separator: language == .ja ? "、" : ", ")
                throw Self.wrong(ja: "「--\(key)」はありません。\(ja)\(list)", en: "There is no “--\(key)”; \(en)\(list)", language)
            }
            guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.hasPrefix("--"), !value.isEmpty
            else { throw Self.wrong(ja: "「--\(key)」の値がありません", en: "“--\(key)” has no value", language) }
            if let field {
                switch field.answer(value) {
                case .value(let value): values[key] = value
                case .wrong(let message): throw Self.wrong(ja: message.ja, en: message.en, language)
                }
            }
            guard let index = taxonomy else { continue }
            let question = form.questions[index]
            switch question.answer(value) {
            case .terms(let found): labels[index] += found.filter { !labels[index].contains($0) }
            case .tooMany: throw Self.tooMany(question, language)
            case .unknown(let name, let near):
                let shown = near.isEmpty ? question.choices : near
                let list = shown.map(\.label).joined(separator: language == .ja ? "、" : ", ")
                throw Self.wrong(
                    ja: "\(question.label)「\(name)」はありません。\(near.isEmpty ? "使えるもの" : "もしかして"): \(list)",
                    en: "“\(key)” has no term “\(name)”; \(near.isEmpty ? "allowed" : "did you mean"): \(list)", language)
            }
            if labels[index].count > 1, !question.isMultiple { throw Self.tooMany(question, language) }
        }
        self.labels = labels
        self.values = values
    }

    private static func tooMany(_ question: TermQuestion, _ language: Language) -> ExitCode {
        wrong(
            ja: "\(question.label)（--\(question.key)）に書けるのは一つだけです", en: "“--\(question.key)” takes only one term", language)
    }

    private static func wrong(ja: String, en: String, _ language: Language) -> ExitCode {
        Console.report("knowhow: \(language == .ja ? ja : en)")
        return .wrongUse
    }
}
