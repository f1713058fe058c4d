import ArgumentParser
import CasebookLoading
import Diagnostics
import Foundation

/// The command `knowhow` with its subcommands.
@main
struct Knowhow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "knowhow",
        abstract: "事例集のサイトを作ります。 Builds the website of a collection of cases.",
        version: "0.1.0",
        subcommands: [New.self, Import.self, Check.self, Serve.self, Build.self, Pack.self, Schema.self, Guide.self])

    static func main() {
        Console.prepare()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code == .success {
                Console.show(text)
                exit(code)
            }
            if !text.isEmpty { Console.report(text) }
            exit(code == .validationFailure ? .wrongUse : code)
        }
    }

    private static func exit(_ code: ExitCode) -> Never {
        Foundation.exit(code.rawValue)
    }
}

extension ExitCode {
    /// The content or the templates have errors.
    static let invalidSources = ExitCode(1)
    /// The command line has a mistake.
    static let wrongUse = ExitCode(2)
    /// The system refused something, such as writing to a disk.
    static let system = ExitCode(3)
}
