import ArgumentParser
import Authoring
import Basics
import Diagnostics
import Publishing

/// `knowhow import`: creates a case from each row of a table, or from the text of an issue on GitHub.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "表（CSV）の1行を1件の事例として取り込みます。 Creates one case from each row of a CSV file.",
        discussion: "GitHub のフォームから送られた文（.md）は、1件の事例として取り込みます。 The text of an issue form of GitHub becomes one case.")

    @Argument(
        help: ArgumentHelp(
            "取り込む表。--template では書き出す表 The table to import; with --template, the table to create", valueName: "FILE.csv"))
    var file: String

    @Flag(help: "記入用の空の表を書き出します Create an empty table to fill in")
    var template = false

    @Flag(help: "問題のない行だけを取り込みます Import the rows without problems and report the others")
    var partial = false

    @Option(help: ArgumentHelp("表の文字コード：utf-8 または cp932 The encoding of the table: utf-8 or cp932", valueName: "ENCODING"))
    var encoding: CSVEncoding?

    @OptionGroup var options: ContentOptions

    func run() throws {
        if template { return try writeTemplate() }
        let language = options.language
        let source = try language.reporting { () throws(PublishingError) in try TableFile.read(file) }
        let form = try options.readForm(readsTitles: true)
        if CaseImport.isIssue(source, form: form) { return try importIssue(source, form) }
        let result = CaseImport.read(source, form: form, encoding: encoding)
        if let found = result.encoding { reportEncoding(found) }
        if !result.diagnostics.isEmpty {
            Console.report(DiagnosticDigest(result.diagnostics, showsAll: options.all).text(in: language))
        }
        if result.titleRowCount > 0 {
            Console.report(
                language == .ja
                    ? "見出しより上の\(result.titleRowCount)行は、表の題名とみなして取り込みません。"
                    : "\(result.titleRowCount) rows above the headings were taken for the sheet's title and not imported.")
        }
        if result.noteCount > 0 {
            Console.report(
                language == .ja
                    ? "「※」で始まる\(result.noteCount)行は、説明とみなして取り込みません。"
                    : "\(result.noteCount) rows that start with ※ are notes and were not imported.")
        }
        guard result.diagnostics.isEmpty || (partial && !result.cases.isEmpty) else {
            Console.report(
                language == .ja
                    ? "問題が\(result.diagnostics.problemCount)件あります。事例は1件も作っていません。表を直して、もう一度実行してください。"
                    : "\(result.diagnostics.problemCount) problems. No case was created. Fix the table, then run the command again."
            )
            throw ExitCode.invalidSources
        }
        let paths = try options.write(result.cases.map(\.text))
        for (path, row) in zip(paths, result.cases) { Console.show("\(path)  \(row.title)") }
        Console.show(
            language == .ja
                ? "\(paths.count)件の事例を作りました。中を確かめてから knowhow check を実行してください。"
                    + "状態の列がない事例は下書き（draft）です。公開するときに published にします。"
                : "Created \(paths.count) cases. Read them, then run knowhow check. Cases without a status are drafts; set it to published"
                    + " to publish them.")
        guard result.diagnostics.isEmpty else {
            Console.report(
                language == .ja
                    ? "\(result.failedRowCount)行は取り込んでいません。表を直すときは、取り込んだ行を消してから、もう一度実行してください。"
                    : "\(result.failedRowCount) rows were not imported. Delete the imported rows, fix the others, then run the command again."
            )
            throw ExitCode.invalidSources
        }
    }

    /// Creates one case from the text of an issue.
    private func importIssue(_ source: SourceFile, _ form: CaseForm) throws {
        let language = options.language
        let result = CaseImport.readIssue(source, form: form)
        guard let imported = result.cases.first else {
            Console.report(DiagnosticDigest(result.diagnostics, showsAll: options.all).text(in: language))
            Console.report(
                language == .ja
                    ? "問題が\(result.diagnostics.problemCount)件あります。事例は作っていません。文を直して、もう一度実行してください。"
                    : "\(result.diagnostics.problemCount) problems. No case was created. Fix the text, then run the command again."
            )
            throw ExitCode.invalidSources
        }
        for path in try options.write([imported.text]) { Console.show("\(path)  \(imported.title)") }
        Console.show(
            language == .ja
                ? "下書き（draft）の事例を作りました。中を確かめてから knowhow check を実行してください。公開するときに published にします。"
                : "Created a draft. Read it, then run knowhow check. Set its status to published to publish it.")
    }

    private func reportEncoding(_ found: CSVEncoding) {
        Console.report(
            options.language == .ja
                ? "「\(file)」を、文字コード \(found.name) として読みました。"
                : "Read “\(file)” as \(found == .utf8 ? "UTF-8" : "CP932 (Shift_JIS)").")
    }

    private func writeTemplate() throws {
        let language = options.language
        let form = try options.readForm()
        try language.reporting { () throws(PublishingError) in
            try TableFile.create(file, with: FormTemplate.write(form, in: language))
        }
        Console.show(
            language == .ja
                ? "記入用の表「\(file)」を作りました。1行に1件ずつ書き、CSVのまま保存して、knowhow import \(file) を実行してください。"
                : "Created the table “\(file)”. Write one case per row, save it as CSV, then run: knowhow import \(file)")
    }
}

extension CSVEncoding: ExpressibleByArgument {}
