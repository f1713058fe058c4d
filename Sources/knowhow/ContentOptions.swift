import ArgumentParser
import Authoring
import Diagnostics
import Editing
import Publishing

/// The options of the commands that create cases: the content folder and the language.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    @Flag(help: "同じ種類の問題が10件を超えても、すべて示します Print all problems, also more than ten of one kind")
    var all = false

    var language: Language { Language.ofMessages(lang) }

    var folder: CaseFolder { CaseFolder(content: SourceOptions.folder(content)) }

    /// Reads what new cases can hold, or reports the problems that prevent it.
    func readForm(readsTitles: Bool = false) throws -> CaseForm {
        let (form, diagnostics) = try language.reporting { () throws(PublishingError) in
            try folder.readForm(readsTitles: readsTitles)
        }
        guard let form else {
            Console.report(DiagnosticDigest(diagnostics, showsAll: all).text(in: language))
            Console.report(
                language == .ja
                    ? "先に、設定（casebook.yml）と分類の原稿を直してください。何も作っていません。"
                    : "Fix casebook.yml and the files of the terms first. Nothing was created.")
            throw ExitCode.invalidSources
        }
        return form
    }

    /// Creates the files of cases. If that fails, reports which files exist and what went wrong.
    func write(_ texts: [String]) throws -> [String] {
        let (paths, failure) = folder.write(texts)
        guard let failure else { return paths }
        Console.report("knowhow: \(failure.message.text(in: language))")
        if !paths.isEmpty {
            Console.report(
                language == .ja
                    ? "途中で止まりました。次の\(paths.count)件は、できています。残りの\(texts.count - paths.count)件はありません。"
                    : "Stopped before the end. These \(paths.count) files were created, the other \(texts.count - paths.count) were not:"
            )
            for path in paths { Console.report("  \(path)") }
        }
        throw ExitCode.system
    }
}
