import ArgumentParser
import Authoring
import CasebookLoading
import Diagnostics
import Editing
import Publishing

/// `knowhow schema`: writes the JSON Schema with which text editors complete and check front matter, or an issue form for GitHub.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "エディター用の定義（.schema/case.schema.json）を書きます。 Writes the JSON Schema for text editors.")

    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Flag(
        help: "GitHub で事例を送ってもらうフォーム（.github/ISSUE_TEMPLATE/case.yml）を書きます Write an issue form for GitHub instead")
    var github = false

    @Flag(help: "同じ種類の問題が10件を超えても、すべて示します Print all problems, also more than ten of one kind")
    var all = false

    @OptionGroup var machine: MachineOptions

    func run() throws {
        let language = machine.language
        if github { return try writeIssueForm(in: language) }
        let schema = try machine.reporting { () throws(PublishingError) in
            try EditorSchema.write(content: SourceOptions.folder(content), jobs: machine.jobs)
        }
        guard let path = schema.path else {
            Console.report(DiagnosticDigest(schema.diagnostics, showsAll: all).text(in: language))
            Console.report(
                language == .ja
                    ? "エラーがあるため、書いていません。直してから、もう一度実行してください。"
                    : "Nothing was written, because there are errors. Fix them, then run the command again.")
            throw ExitCode.invalidSources
        }
        Console.show(language == .ja ? "「\(path)」を書きました。" : "Wrote “\(path)”.")
    }

    private func writeIssueForm(in language: Language) throws {
        let content = SourceOptions.folder(content)
        let (form, diagnostics) = try machine.reporting { () throws(PublishingError) in
            try CaseFolder(content: content).readForm(readsTitles: false)
        }
        guard let form else {
            Console.report(DiagnosticDigest(diagnostics, showsAll: all).text(in: language))
            Console.report(
                language == .ja
                    ? "エラーがあるため、書いていません。直してから、もう一度実行してください。"
                    : "Nothing was written, because there are errors. Fix them, then run the command again.")
            throw ExitCode.invalidSources
        }
        let path = try machine.reporting { () throws(PublishingError) in
            try IssueFormFile.write(IssueForm(form), content: content)
        }
        Console.show(
            language == .ja
                ? "「\(path)」を書きました。GitHub のリポジトリーに、ラベル「case」を作っておいてください。"
                : "Wrote “\(path)”. Create the label “case” in the repository on GitHub.")
    }
}
