import ArgumentParser
import CasebookModel
import Diagnostics
import Foundation
import Publishing
import Site

/// `knowhow build`: checks everything, then writes the site.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", _superCommandName: "knowhow", abstract: "サイトを作ります。 Builds the site.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    @OptionGroup var destination: OutputOptions

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("公開する場所のアドレス The address at which the site will be published", valueName: "URL"))
    var baseURL: String?

    @Flag(help: "下書きの事例も含めます Include drafts")
    var drafts = false

    @Flag(
        help: "公開用のサイトのフォルダーにも、下書きの入ったサイトを書き出します Let drafts replace a site for the public")
    var publishDrafts = false

    @Option(
        help: ArgumentHelp(
            "追加・変更・削除したファイルの一覧を書き出すファイル（JSON） The file for a list of added, changed and removed files (JSON)",
            valueName: "FILE"))
    var report: String?

    func validate() throws {
        guard let baseURL else { return }
        guard let mistake = BaseURL.mistake(inArgument: baseURL) else { return }
        let message = mistake.message(of: "--base-url")
        throw ValidationError("\(message.ja)。 \(message.en).")
    }

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let language = machine.language
        let output = SourceOptions.folder(destination.output)
        try refuseOverlaps(output)
        let line = ProgressLine(in: language, quiet: reporting.quiet)
        defer { line.end() }
        // Web servers must be able to read the site, whatever the user's own permissions for new files are.
        umask(0o022)
        let folders = try machine.reporting { () throws(PublishingError) in
            try sources.list(
                baseURL: baseURL.flatMap { BaseURL(argument: $0)?.text }, includingDrafts: drafts, jobs: machine.jobs)
        }
        if let site = UnchangedSite(folders, output: output, cache: .ofUser) {
            report(site.summary.warnings, line)
            try refuse(site.summary.warnings, line)
            try machine.reporting { () throws(PublishingError) in try newReport()?.finish(site.summary, in: language) }
            line.end()
            printResult(site.summary, site.omissions, duration: clock.now - start)
            return
        }
        let loaded = try machine.reporting { () throws(PublishingError) in
            try SiteSources.load(folders, jobs: machine.jobs, continuing: BuildCache.ofUser?.reading(for: output))
        }
        keepUntilExit(loaded)
        report(loaded.diagnostics, line)
        try refuse(loaded.diagnostics, line)
        guard let build = SiteBuild(loaded, output: output, jobs: machine.jobs, cache: .ofUser) else {
            throw ExitCode.invalidSources
        }
        keepUntilExit(build)
        let summary = try machine.reporting { () throws(PublishingError) in
            defer { line.end() }
            // The report is opened first, so that nothing is built if it cannot be written.
            let file = try newReport()
            let summary = try build.run(progress: line.progress, publishesDrafts: publishDrafts)
            try file?.finish(summary, in: language)
            return summary
        }
        printResult(summary, build.omissions, duration: clock.now - start)
    }

    private func report(_ problems: [Diagnostic], _ line: ProgressLine) {
        let text = reporting.text(problems, strict: sources.strict, in: machine.language)
        guard !text.isEmpty else { return }
        line.pause()
        Console.report(text)
    }

    /// Stops at errors and, if the user wants that, at warnings.
    private func refuse(_ problems: [Diagnostic], _ line: ProgressLine) throws {
        let counts = ProblemCounts(problems)
        guard counts.errors > 0 || sources.strict && counts.warnings > 0 else { return }
        line.end()
        Console.report(counts.summary(in: machine.language, failsBuild: true))
        throw ExitCode.invalidSources
    }

    private func newReport() throws(PublishingError) -> FileReplacement? {
        try report.map { (path) throws(PublishingError) in try FileReplacement(path) }
    }

    /// Prints what the build did and what the site is published without.
    private func printResult(_ summary: BuildSummary, _ omissions: [SiteOmission], duration: Duration) {
        guard !reporting.quiet else { return }
        let language = machine.language
        for omission in omissions where omission != .drafts { Console.report(omission.message.text(in: language)) }
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        let separator = language == .ja ? "。" : ". "
        let drafts = omissions.contains(.drafts) ? separator + SiteOmission.drafts.message.text(in: language) : ""
        Console.show(summary.line(seconds: seconds, in: language) + drafts)
    }

    /// Refuses an output folder among the sources, and a report among the sources or in the output folder.
    private func refuseOverlaps(_ output: String) throws {
        let inputs = [SourceOptions.folder(sources.content)] + (sources.templateFolder.map { [$0] } ?? [])
        try machine.reporting { () throws(PublishingError) in
            try refuseOverlap(output: output, inputs: inputs)
            if let report { try refuseFile(report, in: inputs + [output]) }
        }
    }
}

extension FileReplacement {
    /// Writes a report and puts it in place.
    fileprivate func finish(_ summary: BuildSummary, in language: Language) throws(PublishingError) {
        try append(summary.report(in: language))
        try finish()
    }
}
