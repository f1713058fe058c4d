import CasebookModel
import Authoring
import ArgumentParser
import Diagnostics

/// The options of `knowhow new` that are named by the taxonomies' keys: `--KEY TERM` or `--KEY=TERM`, any number of times.
struct NewCaseOptions {
    /// For each question of the form the labels of the terms.
    let labels: [[String]]

    init(_ arguments: [String], form: CaseForm, in language: Language) throws {
        var labels = form.questions.map { _ in [String]() }
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                throw Self.wrong(
                    ja: "「\(argument)」が何かわかりません。題名は --title に続けて書いてください。空白を含む値は「\"」で囲みます",
                    en: "“\(argument)” belongs to no option. Write a title behind --title, in quotes if it has spaces", language
                )
            }
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let key = String(parts[0])
            guard let index = form.questions.firstIndex(where: { $0.key == key }) else {
                let keys = form.questions.map(\.key) + ["title", "content", "lang"]
                let near = nearest(to: key, among: keys).map { "--" + $0 }
                let (ja, en) =
                    near.isEmpty
                    ? ("使えるもの: ", "allowed: ") : ("もしかして: ", "did you mean: ")
                let list = (near.isEmpty ? keys.map { "--" + $0 } : near).joined(separator: language == .ja ? "、" : ", ")
                throw Self.wrong(ja: "「--\(key)」はありません。\(ja)\(list)", en: "There is no “--\(key)”; \(en)\(list)", language)
            }
            guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst(), !value.hasPrefix("--"), !value.isEmpty
            else { throw Self.wrong(ja: "「--\(key)」の値がありません", en: "“--\(key)” has no value", language) }
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
    }

    private static func tooMany(_ question: TermQuestion, _ language: Language) -> ExitCode {
        wrong(
            ja: "\(question.label)（--\(question.key)）に書けるのは一つだけです", en: "“--\(question.key)” takes one term only", language)
    }

    private static func wrong(ja: String, en: String, _ language: Language) -> ExitCode {
        printError("knowhow: \(language == .ja ? ja : en)")
        return .wrongUse
    }
}
