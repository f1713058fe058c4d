import CasebookModel
import Authoring
import ArgumentParser
import Diagnostics
import Foundation

/// `knowhow new`: the file of a new case with the next free id.
///
/// The options for terms are the keys of the taxonomies that `casebook.yml` declares: `--KEY TERM`.
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "新しい事例のファイルを作ります。 Makes the file of a new case.",
        usage: "knowhow new [--title TEXT] [--KEY TERM ...] [--content DIR] [--lang LANG]",
        discussion: """
            KEY は casebook.yml の分類（taxonomies）の key です。名前、別の名前、番号で指定します。
            端末で何も指定しないと、題名と分類を順に尋ねます。
            KEY is the key of a taxonomy in casebook.yml. Without options, a terminal asks for title and terms.
            """)

    @Option(help: ArgumentHelp("題名 The title", valueName: "TEXT"))
    var title: String?

    @OptionGroup var options: ContentOptions

    @Argument(parsing: .allUnrecognized, help: ArgumentHelp("分類の指定：--KEY TERM Terms", valueName: "--KEY TERM"))
    var terms: [String] = []

    func run() throws {
        let language = options.language
        let form = try options.readForm()
        let given = try NewCaseOptions(terms, form: form, in: language)
        var title = (title ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        var labels = given.labels
        if self.title == nil, terms.isEmpty, Prompt.isPossible {
            var prompt = Prompt(in: language)
            title = try prompt.askTitle()
            for index in form.order where form.questions[index].isRequired {
                labels[index] = try prompt.ask(form.questions[index])
            }
        }
        let scaffold = CaseScaffold(form: form, title: title, terms: labels, in: language)
        if let problem = scaffold.diagnostics.first {
            printError("knowhow: \(problem.message.text(in: language))")
            throw ExitCode.wrongUse
        }
        let paths = try options.write([scaffold.text])
        for path in paths { print(path) }
        printError(nextSteps(missing: scaffold.missing, form: form))
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
