import ArgumentParser
import Diagnostics
import Publishing

/// `knowhow check`: tells everything that is wrong, and writes nothing.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "事例とテンプレートを調べます。 Checks the content and the templates.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var machine: MachineOptions

    @Option(help: ArgumentHelp("出力の形式：text, json, csv, github The form of the output", valueName: "FORMAT"))
    var format = DiagnosticFormat.text

    @Flag(help: "テンプレートで使える名前の一覧を出します List the names that each layout offers")
    var names = false

    func run() throws {
        let language = machine.language
        let loaded = try machine.reporting { () throws(PublishingError) in
            try SiteSources.load(sources.list(jobs: machine.jobs), jobs: machine.jobs)
        }
        KeptValue.keep(loaded)
        if names {
            print(loaded.listOfNames(in: language), terminator: "")
            return
        }
        print(format.format(loaded.diagnostics, in: language), terminator: "")
        if format == .text {
            print(loaded.summary(in: language, writesNothing: false))
        }
        if loaded.errorCount > 0 || (sources.strict && loaded.warningCount > 0) { throw ExitCode.unsound }
    }
}

extension DiagnosticFormat: ExpressibleByArgument {}
