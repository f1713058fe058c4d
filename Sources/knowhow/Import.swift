import ArgumentParser
import Authoring
import Basics
import Diagnostics
import Editing
import Publishing

/// `knowhow import`: creates a case from each row of tables, from each sheet with one case, and from the text of an issue on GitHub.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Excel や CSV の表から事例を取り込みます。 Creates cases from workbooks and CSV files.",
        discussion: """
            1行に1件の表と、1枚のシートに1件の様式を取り込めます。いくつものファイルや、フォルダーも指定できます。
            GitHub のフォームから送られた文（.md）は、1件の事例として取り込みます。
            Tables have one case per row; forms have one case per sheet. Several files and folders can be given.
            The text of an issue form of GitHub becomes one case.
            """)

    @Argument(
        help: ArgumentHelp(
            "取り込む表（.xlsx、.csv）やフォルダー。--template では書き出す表 The tables (.xlsx, .csv) or folders to import; with --template, the table to create",
            valueName: "FILE"))
    var paths: [String]

    @Flag(help: "記入用の空の表を書き出します Create an empty table to fill in")
    var template = false

    @Flag(help: "問題のない行だけを取り込みます Import the rows without problems and report the others")
    var partial = false

    @Flag(help: "番号のある行で、前からある事例を変えます Change the cases whose ids are in the table")
    var update = false

    @Flag(help: "--update で、尋ねずに変えます With --update, change without asking")
    var yes = false

    @Option(help: ArgumentHelp("表の文字コード：utf-8 または cp932 The encoding of the table: utf-8 or cp932", valueName: "ENCODING"))
    var encoding: CSVEncoding?

    @OptionGroup var options: ContentOptions

    func validate() throws {
        guard !template || paths.count == 1 else {
            throw ValidationError("--template には、作るファイルを一つ指定してください。 --template takes the name of one file.")
        }
        guard !update || !(template || partial) else {
            throw ValidationError(
                "--update は、--template や --partial とは一緒に使えません。 --update cannot be combined with --template or --partial.")
        }
    }

    func run() throws {
        if template { return try writeTemplate() }
        let language = options.language
        let (files, others) = try language.reporting { () throws(PublishingError) in try TableFile.readAll(self.paths) }
        try reportOthers(others, areAlone: files.isEmpty)
        let form = try options.readForm(readsTitles: true)
        if files.count == 1, CaseImport.isIssue(files[0], form: form) { return try importIssue(files[0], form) }
        let result = try language.reporting { () throws(PublishingError) in
            try options.folder.read(files, form: form, encoding: encoding, updates: update)
        }
        for message in result.remarks { Console.report(message.text(in: language)) }
        if !result.diagnostics.isEmpty {
            Console.report(DiagnosticDigest(result.diagnostics, showsAll: options.all).text(in: language))
        }
        for message in result.skippedRows { Console.report(message.text(in: language)) }
        guard result.diagnostics.isEmpty || (partial && !result.cases.isEmpty) else {
            Console.report(
                language == .ja
                    ? "問題が\(result.diagnostics.problemCount)件あります。事例は1件も作っていません。表を直して、もう一度実行してください。"
                    : "\(result.diagnostics.problemCount) problems. No case was created. Fix the table, then run the command again."
            )
            throw ExitCode.invalidSources
        }
        if update {
            try change(result)
            if result.cases.isEmpty { return }
        }
        let written = try options.write(result.cases.map(\.text))
        for (path, row) in zip(written, result.cases) { Console.show("\(path)  \(row.title)") }
        Console.show(
            language == .ja
                ? "\(written.count)件の事例を作りました。中を確かめてから knowhow check を実行してください。"
                    + "状態の列がない事例は下書き（draft）です。公開するときに published にします。"
                : "Created \(written.count) cases. Read them, then run knowhow check. Cases without a status are drafts; set it to published"
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

    /// Shows what changes in existing cases, asks, and changes them.
    private func change(_ result: CaseImport) throws {
        let language = options.language
        let isJapanese = language == .ja
        for update in result.updates { Console.show(update.text(in: language)) }
        guard !result.updates.isEmpty else {
            Console.show(isJapanese ? "前からある事例で、変わるところはありません。" : "Nothing changes in the existing cases.")
            return
        }
        let count = result.updates.count
        if !yes {
            guard Prompt.isPossible else {
                Console.report(
                    isJapanese
                        ? "\(count)件の事例が変わります。まだ何も変えていません。変えるには「--yes」を付けて、もう一度実行してください。"
                        : "\(count) cases would change. Nothing was changed yet. To change them, run the command again with “--yes”."
                )
                throw ExitCode.wrongUse
            }
            var prompt = Prompt(in: language)
            guard try prompt.confirm(ja: "\(count)件の事例を変えますか", en: "Change \(count) cases?") else {
                Console.report(isJapanese ? "何も変えていません。" : "Nothing was changed.")
                throw ExitCode.success
            }
        }
        let backup = try language.reporting { () throws(PublishingError) in try options.folder.change(result.updates) }
        Console.show(
            isJapanese
                ? "\(count)件の事例を変えました。変える前のファイルは「\(backup)」にあります。"
                : "Changed \(count) cases. The files as they were before are in “\(backup)”.")
    }

    /// Creates one case from the text of an issue.
    private func importIssue(_ source: SourceFile, _ form: CaseForm) throws {
        let language = options.language
        let result = try language.reporting { () throws(PublishingError) in
            try options.folder.read([source], form: form, updates: false)
        }
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

    /// Names the files of folders that were not read. If there is nothing else, the command ends.
    private func reportOthers(_ names: [String], areAlone: Bool) throws {
        let isJapanese = options.language == .ja
        guard !areAlone else {
            let folders = paths.joined(separator: isJapanese ? "、" : ", ")
            Console.report(
                isJapanese
                    ? "knowhow: 「\(folders)」に、取り込める表（.xlsx、.csv）がありません。"
                    : "knowhow: There are no tables (.xlsx, .csv) in “\(folders)”.")
            throw ExitCode.wrongUse
        }
        guard !names.isEmpty else { return }
        let shown = names.prefix(5).joined(separator: isJapanese ? "、" : ", ") + (names.count > 5 ? "…" : "")
        Console.report(isJapanese ? "表でないファイルは読んでいません：\(shown)" : "Files that are no tables were not read: \(shown)")
    }

    private func writeTemplate() throws {
        let language = options.language
        let file = paths[0]
        let form = try options.readForm()
        try language.reporting { () throws(PublishingError) in
            let isWorkbook = file.lowercased().hasSuffix(".xlsx")
            let bytes = isWorkbook ? FormWorkbook(form).bytes : FormTemplate.write(form)
            try TableFile.create(file, with: bytes)
        }
        guard !file.lowercased().hasSuffix(".xlsx") else {
            let (sheet, table) = FormWorkbook.names(in: form.language)
            return Console.show(
                language == .ja
                    ? "記入用の Excel ファイル「\(file)」を作りました。シート「\(sheet)」には1件を、シート「\(table)」には1行に1件ずつ書いて保存し、knowhow import \(file) を実行してください。"
                    : "Created the workbook “\(file)”. Write one case into the sheet “\(sheet)”, or one case per row into the sheet “\(table)”, save it, then run: knowhow import \(file)"
            )
        }
        Console.show(
            language == .ja
                ? "記入用の表「\(file)」を作りました。1行に1件ずつ書き、CSVのまま保存して、knowhow import \(file) を実行してください。"
                : "Created the table “\(file)”. Write one case per row, save it as CSV, then run: knowhow import \(file)")
    }
}

extension CSVEncoding: ExpressibleByArgument {}
