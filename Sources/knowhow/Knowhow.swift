import ArgumentParser
import CasebookLoading
import Diagnostics
import Foundation
import Publishing

/// The command `knowhow` with its subcommands.
///
/// Each subcommand states its name: to derive it from that of the type takes a third of the time of `knowhow --version`.
@main
struct Knowhow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "knowhow",
        abstract: "事例集のサイトを作ります。 Builds the website of a collection of cases.",
        version: version,
        subcommands: [
            Init.self, New.self, Import.self, Export.self, Check.self, Readings.self, Serve.self, DeskCommand.self, Build.self,
            Pack.self, EPUB.self, Text.self, Schema.self, Templates.self, Guide.self,
        ])

    /// The version, and in a release the commit that it was built from.
    private static var version: String {
        Program.version + (Program.commit.map { " (\($0))" } ?? "")
    }

    static func main() {
        Console.prepare()
        refuseUnreadableArguments()
        do {
            var command = try parsed(Program.arguments.map(\.shown))
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

    /// Returns the command that the arguments call.
    ///
    /// A frequent subcommand reads its options alone, which saves a fifth of the time for them: a command that has a command above it does
    /// not look for a question about scripts for shells first. What it cannot read, such as a mistake or a question for help, the whole
    /// command answers.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        let frequent: [any ParsableCommand.Type] = [Build.self, Check.self]
        if let named = frequent.first(where: { $0.configuration.commandName == arguments.first }),
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    /// Ends the command if an argument is not UTF-8: a path would lead to another file, or to none.
    private static func refuseUnreadableArguments() {
        for (text, shown) in Program.arguments where text == nil {
            Console.report(
                Language.ofArguments(Program.arguments.map(\.shown)) == .ja
                    ? "knowhow: 「\(shown)」は UTF-8 ではないため、読めません。ファイルやフォルダーの名前を付け直してから指定してください。"
                    : "knowhow: “\(shown)” is not UTF-8, so it cannot be read. Rename the file or folder, then give its new name."
            )
            exit(.wrongUse)
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
