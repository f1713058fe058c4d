import ArgumentParser
import Authoring
import Diagnostics
import Editing
import Publishing

/// `knowhow export`: writes all cases as a table.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "すべての事例を、Excel か CSV の表に書き出します。 Writes all cases as a workbook or a CSV table.",
        discussion: """
            表を直し、knowhow import --update で戻すと、直したところだけが事例のファイルに入ります。公開しない情報（private）は書き出しません。
            Change the table and bring it back with knowhow import --update. Private values are not exported.
            """)

    @Argument(help: ArgumentHelp("書き出すファイル The file to create", valueName: "FILE.xlsx|FILE.csv"))
    var file: String

    @OptionGroup var options: ContentOptions

    func validate() throws {
        guard Self.isWorkbook(file) || file.lowercased().hasSuffix(".csv") else {
            throw ValidationError("ファイルの名前は .xlsx か .csv で終わるようにしてください。 The name of the file must end in .xlsx or .csv.")
        }
    }

    func run() throws {
        let language = options.language
        let form = try options.readForm()
        let folder = options.folder
        let cases = try language.reporting { () throws(PublishingError) in try folder.readCases(of: form) }
        let export = CaseExport(cases, form: form)
        guard export.unusual.isEmpty else {
            let diagnostics = export.unusual.map { Diagnostic(ImportProblem.unusualCase(path: $0), path: $0) }
            Console.report(DiagnosticDigest(diagnostics, showsAll: options.all).text(in: language))
            throw ExitCode.invalidSources
        }
        guard let bytes = Self.isWorkbook(file) ? export.workbook : export.csv else {
            Console.report(
                language == .ja
                    ? "knowhow: Excel の一つのセルに入らない長さの文があります。CSV（.csv）に書き出してください。"
                    : "knowhow: A text is too long for a cell of a workbook. Export to CSV (.csv).")
            throw ExitCode.invalidSources
        }
        try language.reporting { () throws(PublishingError) in try TableFile.create(file, with: bytes) }
        Console.show(
            language == .ja
                ? "\(export.count)件の事例を「\(file)」に書き出しました。直したら、knowhow import --update \(file) で事例に戻せます。"
                : "Wrote \(export.count) cases to “\(file)”. After changing it, run: knowhow import --update \(file)")
    }

    private static func isWorkbook(_ file: String) -> Bool { file.lowercased().hasSuffix(".xlsx") }
}
