import CasebookModel
import Authoring
import ArgumentParser
import Diagnostics
import Publishing

/// The content folder that a command adds cases to, and in which language it speaks.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    var language: Language { Language.spoken(lang) }

    var folder: CaseFolder { CaseFolder(content: SourceOptions.folder(content)) }

    /// Reads what cases can hold, or tells what is wrong with that.
    func readForm(readsTitles: Bool = false) throws -> CaseForm {
        let (form, diagnostics) = try language.reporting { () throws(PublishingError) in
            try folder.readForm(readsTitles: readsTitles)
        }
        guard let form else {
            printError(DiagnosticFormat.text.format(diagnostics, in: language))
            printError(
                language == .ja
                    ? "先に、設定（casebook.yml）と分類の原稿を直してください。何も作っていません。"
                    : "Mend casebook.yml and the terms first. Nothing was made.")
            throw ExitCode.unsound
        }
        return form
    }

    /// Writes cases, says which, and what stood in the way of the others.
    func write(_ texts: [String]) throws -> [String] {
        let (paths, failure) = folder.write(texts)
        guard let failure else { return paths }
        printError("knowhow: \(failure.message.text(in: language))")
        if !paths.isEmpty {
            printError(
                language == .ja
                    ? "途中で止まりました。次の\(paths.count)件は、できています。残りの\(texts.count - paths.count)件はありません。"
                    : "Stopped on the way. These \(paths.count) files are there, the other \(texts.count - paths.count) are not:"
            )
            for path in paths { printError("  \(path)") }
        }
        throw ExitCode.machine
    }
}
