import ArgumentParser
import Authoring
import Diagnostics
import Editing
import Publishing

/// `knowhow init`: creates a casebook that can be built at once.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "新しい事例集を作ります。 Creates a new casebook.")

    @Argument(help: ArgumentHelp("事例集を作る、空か新しいフォルダー The folder to create it in, empty or new", valueName: "DIR"))
    var folder: String

    @Option(help: ArgumentHelp("事例集の言語：ja または en The language of the casebook: ja or en", valueName: "LANG"))
    var language = Language.ja

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "1行に1件の事例を書いた表（.xlsx、.csv）。分類や見出しを推し量って作ります A table (.xlsx, .csv) with one case per row, from which everything is derived",
            valueName: "FILE"))
    var table: String?

    @Option(help: ArgumentHelp("表の文字コード：utf-8 または cp932 The encoding of the table: utf-8 or cp932", valueName: "ENCODING"))
    var encoding: CSVEncoding?

    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    @Flag(help: "同じ種類の問題が10件を超えても、すべて示します Print all problems, also more than ten of one kind")
    var all = false

    func run() throws {
        let messages = Language.ofMessages(lang, casebook: language)
        let folder = SourceOptions.folder(folder)
        let casebook = try table.map { try read($0, messages) } ?? NewCasebook.ofSamples(in: language)
        try messages.reporting { () throws(PublishingError) in try casebook.write(to: folder) }
        for decision in casebook.decisions { Console.show(decision.text(in: messages)) }
        Console.show(summary(casebook, folder, messages))
    }

    private func read(_ table: String, _ messages: Language) throws -> NewCasebook {
        let (casebook, diagnostics) = try messages.reporting { () throws(PublishingError) in
            try NewCasebook.read(table: table, in: language, encoding: encoding)
        }
        if let casebook { return casebook }
        Console.report(DiagnosticDigest(diagnostics, showsAll: all).text(in: messages))
        Console.report(
            messages == .ja
                ? "問題があるため、何も作っていません。表を直して、もう一度実行してください。"
                : "Nothing was created, because of these problems. Fix the table, then run the command again.")
        throw ExitCode.invalidSources
    }

    private func summary(_ casebook: NewCasebook, _ folder: String, _ messages: Language) -> String {
        let drafts =
            table == nil
            ? ""
            : messages == .ja ? "表に状態の列がなければ、どれも下書きです。" : " Cases are drafts unless the table has a column that says otherwise."
        return messages == .ja
            ? """
            「\(folder)」に、事例集を作りました（事例\(casebook.caseCount)件）。\(drafts)次のように進めます。
              cd \(folder)
              knowhow desk --open   ブラウザーの編集画面で書きます
              knowhow serve         テキストエディターで書きながら、ブラウザーで見ます
              knowhow check         直すところを調べます
              knowhow build         サイトを site フォルダーに作ります
            書き方は content/README.md に、全体の設定は content/casebook.yml にあります。
            """
            : """
            Created a casebook in “\(folder)” (\(casebook.caseCount) cases).\(drafts) Next:
              cd \(folder)
              knowhow desk --open   opens the desk, to write cases in a browser
              knowhow serve         shows the site in a browser while you write in a text editor
              knowhow check         reports what has to be changed
              knowhow build         writes the site into the folder site
            content/README.md is the guide for editors; content/casebook.yml has the settings.
            """
    }
}
