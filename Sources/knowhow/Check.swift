import ArgumentParser
import CasebookModel
import Diagnostics
import Editing
import Publishing
import Site

/// `knowhow check`: reports all problems. With `--fix` it also fixes those that have one right answer.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: "knowhow", abstract: "事例とテンプレートを調べます。 Checks the content and the templates.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    @Option(help: ArgumentHelp("出力の形式：text, json, csv, github The output format: text, json, csv, github", valueName: "FORMAT"))
    var format = DiagnosticFormat.text

    @Option(
        help: ArgumentHelp(
            "調べる日。見直し期限が来た事例と、公開日がこの日より後の事例を知らせます The day of the check, for cases due for review and dates to come",
            valueName: "YYYY-MM-DD"))
    var on: String?

    @Flag(help: "テンプレートで使える名前の一覧を出します List the names that templates can use, by layout")
    var names = false

    @Flag(
        help: "直し方が一つに決まるものを直します（元のファイルは .backup に残します） Fix problems that have one right answer (and keep a backup)")
    var fix = false

    func validate() throws {
        if let on, CalendarDate(iso: on) == nil {
            throw ValidationError(
                "--on には、2026-04-01 の形の日付を指定してください。 --on takes a day in the form 2026-04-01.")
        }
        guard !fix || (format == .text && !names) else {
            throw ValidationError(
                "--fix は、--names や text でない --format とは一緒に使えません。 --fix cannot be combined with --names or a --format other than text."
            )
        }
    }

    func run() throws {
        let language = machine.language
        if fix {
            let fixed = try machine.reporting { () throws(PublishingError) in
                try FixedContent.fix(content: SourceOptions.folder(sources.content), jobs: machine.jobs)
            }
            Console.show(fixed.text(in: language))
        }
        let loaded = try machine.reporting { () throws(PublishingError) in
            try SiteSources.load(
                sources.list(for: .reading, jobs: machine.jobs), jobs: machine.jobs,
                on: on.flatMap { CalendarDate(iso: $0) }
            ).adding(OldTemplates.find(in: sources.templateFolder))
        }
        keepUntilExit(loaded)
        if names {
            Console.show(loaded.listOfNames(in: language), terminator: "")
            return
        }
        if format == .text {
            Console.show(reporting.text(loaded.diagnostics, strict: sources.strict, in: language), terminator: "")
            if !reporting.quiet {
                if loaded.lacksContact { Console.report(SiteOmission.contact.message.text(in: language)) }
                Console.show(loaded.counts.summary(in: language, failsBuild: false))
            }
        } else {
            Console.show(format.format(loaded.diagnostics, in: language), terminator: "")
        }
        let counts = loaded.counts
        if counts.errors > 0 || (sources.strict && counts.warnings > 0) { throw ExitCode.invalidSources }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
