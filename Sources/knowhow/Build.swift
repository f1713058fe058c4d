import ArgumentParser
import Diagnostics
import Foundation
import Publishing
import Site

/// `knowhow build`: checks everything, then writes the site.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "サイトを作ります。 Builds the site.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var machine: MachineOptions

    @Option(help: ArgumentHelp("サイトを書き出すフォルダー The folder to write the site into", valueName: "DIR"))
    var output = "site"

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("公開する場所のアドレス The address where the site will be", valueName: "URL"))
    var baseURL: String?

    @Flag(help: "下書きの事例も含めます Include drafts")
    var drafts = false

    @Option(
        help: ArgumentHelp(
            "追加・変更・削除したファイルの一覧を書き出すファイル（JSON） The file for a report of what changed", valueName: "FILE"))
    var report: String?

    @Flag(help: "途中経過、完成の知らせ、付けなかったものの知らせを出しません Print nothing but problems")
    var quiet = false

    func validate() throws {
        guard let baseURL else { return }
        guard BaseURL.normalize(baseURL) != nil else {
            throw ValidationError(
                "--base-url には https:// で始まるアドレスを指定してください。 --base-url takes an address that starts with https://.")
        }
    }

    func run() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let language = machine.language
        let output = SourceOptions.folder(output)
        try refuseOverlaps(output)
        let line = ProgressLine(in: language, quiet: quiet)
        defer { line.end() }
        // What is published is for a web server to read, whoever builds it.
        umask(0o022)
        let folders = try machine.reporting { () throws(PublishingError) in
            try sources.list(baseURL: baseURL.flatMap(BaseURL.normalize), includingDrafts: drafts, jobs: machine.jobs)
        }
        if let site = SettledSite(folders, output: output, cache: .ofUser) {
            try machine.reporting { () throws(PublishingError) in try newReport()?.keep(site.summary, in: language) }
            line.end()
            tell(site.summary, site.omissions, since: start, on: clock)
            return
        }
        let loaded = try machine.reporting { () throws(PublishingError) in
            try SiteSources.load(folders, jobs: machine.jobs)
        }
        KeptValue.keep(loaded)
        if !loaded.diagnostics.isEmpty {
            line.pause()
            printError(DiagnosticFormat.text.format(loaded.diagnostics, in: language))
        }
        guard !(sources.strict && loaded.warningCount > 0),
            let build = SiteBuild(loaded, output: output, jobs: machine.jobs, cache: .ofUser)
        else {
            line.end()
            printError(loaded.summary(in: language, writesNothing: true))
            throw ExitCode.unsound
        }
        KeptValue.keep(build)
        let summary = try machine.reporting { () throws(PublishingError) in
            defer { line.end() }
            // A report that cannot be written is told before anything else is.
            let file = try newReport()
            let summary = try build.run(progress: line.progress)
            try file?.keep(summary, in: language)
            return summary
        }
        tell(summary, build.omissions, since: start, on: clock)
    }

    private func newReport() throws(PublishingError) -> NewFile? {
        try report.map { (path) throws(PublishingError) in try NewFile(path) }
    }

    /// Says what a build did, and what the site goes without.
    private func tell(
        _ summary: BuildSummary, _ omissions: [SiteOmission], since start: ContinuousClock.Instant, on clock: ContinuousClock
    ) {
        guard !quiet else { return }
        let language = machine.language
        for omission in omissions { printError(omission.message.text(in: language)) }
        let duration = clock.now - start
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        print(summary.line(seconds: seconds, in: language))
    }

    /// The output lies in none of the folders that are read, and the report in none of all three.
    private func refuseOverlaps(_ output: String) throws {
        let inputs = [sources.content, sources.templates].map(SourceOptions.folder)
        try machine.reporting { () throws(PublishingError) in
            try refuseOverlap(output: output, inputs: inputs)
            if let report { try refuseFile(report, in: inputs + [output]) }
        }
    }
}

extension NewFile {
    /// Writes a report and puts it in place.
    fileprivate func keep(_ summary: BuildSummary, in language: Language) throws(PublishingError) {
        try write(summary.report(in: language))
        try keep()
    }
}
