import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// The options of all commands: the language of messages and the number of threads.
struct MachineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    @Option(help: ArgumentHelp("同時に使うスレッドの数 How many threads to use", valueName: "N"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError("--jobs には 1 以上の数を指定してください。 --jobs takes a number that is 1 or more.")
        }
    }

    var language: Language { Language.ofMessages(lang) }

    /// Runs work and ends the command with a message if the system refuses something.
    func reporting<Result>(_ work: () throws(PublishingError) -> Result) throws -> Result {
        try language.reporting(work)
    }
}

extension Language: ExpressibleByArgument {
    /// The language that the user chose, otherwise that of the environment if it is Japanese or English, otherwise that of the casebook,
    /// otherwise Japanese.
    ///
    /// - Parameter casebook: The language of a casebook that is being made.
    static func ofMessages(_ chosen: Language?, casebook: Language? = nil) -> Language {
        if let chosen { return chosen }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        if let known = allCases.first(where: { locale.hasPrefix($0.rawValue) }) { return known }
        return casebook ?? ofContent(named: Program.arguments.compactMap(\.text)) ?? .ja
    }

    /// The language of the casebook in the content folder that a command line names; nil if there is none.
    private static func ofContent(named arguments: [String]) -> Language? {
        let folder = value(of: "--content", in: arguments).first ?? "content"
        return ContentFolder.language(of: SourceOptions.folder(folder)).map { $0.hasPrefix("ja") ? .ja : .en }
    }

    /// The values of an option in a command line that is not parsed.
    private static func value(of option: String, in arguments: [String]) -> [String] {
        zip(arguments, arguments.dropFirst()).filter { $0.0 == option }.map(\.1)
            + arguments.filter { $0.hasPrefix(option + "=") }.map { String($0.dropFirst(option.count + 1)) }
    }

    /// The language of messages for a command line that is not parsed: `--lang LANG`, otherwise as ``ofMessages(_:)``.
    static func ofArguments(_ arguments: [String]) -> Language {
        ofMessages(value(of: "--lang", in: arguments).lazy.compactMap { Language(rawValue: $0) }.first)
    }

    /// Runs work and ends the command with a message if the system refuses something.
    func reporting<Result>(_ work: () throws(PublishingError) -> Result) throws -> Result {
        do throws(PublishingError) {
            return try work()
        } catch {
            Console.report("knowhow: \(error.message.text(in: self))")
            throw ExitCode.system
        }
    }
}
