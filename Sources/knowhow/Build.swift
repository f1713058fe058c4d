import ArgumentParser
import Diagnostics
import Publishing

/// `knowhow build`: checks everything, then writes the site.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "サイトを作ります。 Builds the site.")

    @OptionGroup var sources: SourceOptions

    @Option(help: ArgumentHelp("サイトを書き出すフォルダー The folder to write the site into", valueName: "DIR"))
    var output = "site"

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("公開する場所のアドレス The address where the site will be", valueName: "URL"))
    var baseURL: String?

    @Flag(help: "下書きの事例も含めます Include drafts")
    var drafts = false

    @Flag(help: "完成の知らせを出しません Do not print the closing line")
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
        let language = sources.language
        try sources.reporting { () throws(PublishingError) in
            try refuseOverlap(output: output, inputs: [sources.content, sources.templates])
        }
        let loaded = try sources.load(baseURL: baseURL.flatMap(BaseURL.normalize), includingDrafts: drafts)
        if !loaded.diagnostics.isEmpty {
            printError(DiagnosticFormat.text.format(loaded.diagnostics, in: language))
        }
        guard !(sources.strict && loaded.warningCount > 0),
            let build = SiteBuild(loaded, output: SourceOptions.folder(output), jobs: sources.jobs)
        else {
            printError(loaded.summary(in: language, writesNothing: true))
            throw ExitCode.unsound
        }
        let summary = try sources.reporting { () throws(PublishingError) in try build.run() }
        if !quiet {
            let duration = clock.now - start
            let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
            print(summary.line(seconds: seconds, in: language))
        }
    }
}
