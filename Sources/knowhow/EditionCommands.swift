import ArgumentParser
import CasebookModel
import Diagnostics
import Publishing

/// `knowhow epub`: writes the casebook as an e-book.
struct EPUB: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "epub", abstract: "事例集を電子書籍（EPUB）にします。 Writes the casebook as an e-book (EPUB).",
        discussion: EditionOptions.discussion)

    @OptionGroup var options: EditionOptions

    func run() throws { try options.write(.epub) }
}

/// `knowhow text`: writes the casebook as plain text.
struct Text: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "事例集をテキストにします。 Writes the casebook as plain text.",
        discussion: EditionOptions.discussion)

    @OptionGroup var options: EditionOptions

    func run() throws { try options.write(.text) }
}

/// The options of the commands that write an edition.
struct EditionOptions: ParsableArguments {
    static let discussion = """
        公開する事例が200件を超えるときは、主な分類の項目ごとに分けて、それぞれの名前を付けて書き出します。サイトと一緒に作るには、casebook.yml に editions を書きます。
        Above 200 published cases there is one file per main term, with its name. To make the files with the site, use the key editions of casebook.yml.
        """

    @Option(
        help: ArgumentHelp(
            "書き出すファイル（指定しなければ booklet.epub か booklet.txt） The file to write (default: booklet.epub or booklet.txt)",
            valueName: "FILE"))
    var output: String?

    @OptionGroup var sources: SourceOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    /// Checks the content and writes the files of an edition.
    func write(_ edition: Edition) throws {
        let output = output ?? (edition == .epub ? "booklet.epub" : "booklet.txt")
        let language = machine.language
        let loaded = try machine.reporting { () throws(PublishingError) in
            try SiteSources.load(sources.list(jobs: machine.jobs), jobs: machine.jobs)
        }
        keepUntilExit(loaded)
        let text = reporting.text(loaded.diagnostics, strict: sources.strict, in: language)
        if !text.isEmpty { Console.report(text) }
        let counts = loaded.counts
        let paths = try machine.reporting { () throws(PublishingError) in
            counts.errors > 0 || sources.strict && counts.warnings > 0
                ? nil : try EditionOutput.write(edition, of: loaded, to: output, jobs: machine.jobs)
        }
        guard let paths else {
            Console.report(counts.summary(in: language, failsBuild: true))
            throw ExitCode.invalidSources
        }
        if paths.isEmpty {
            Console.report(
                language == .ja ? "公開する事例がないため、書いていません。" : "Nothing was written, because no case is published.")
        } else if !reporting.quiet {
            for path in paths { Console.show(language == .ja ? "「\(path)」を書きました。" : "Wrote “\(path)”.") }
        }
    }
}
