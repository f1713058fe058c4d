import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// In which language is spoken and on how many threads work is done: what every command takes.
struct MachineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    @Option(help: ArgumentHelp("同時に使うスレッドの数 How many threads to use", valueName: "N"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    func validate() throws {
        guard jobs >= 1 else {
            throw ValidationError("--jobs には 1 以上の数を指定してください。 --jobs takes a number of at least 1.")
        }
    }

    /// The language asked for, else that of the environment, else Japanese.
    var language: Language {
        if let lang { return lang }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.hasPrefix("en") ? .en : .ja
    }

    /// Runs something, and tells what the machine refused.
    func reporting<Result>(_ work: () throws(PublishingError) -> Result) throws -> Result {
        do throws(PublishingError) {
            return try work()
        } catch {
            printError("knowhow: \(error.message.text(in: language))")
            throw ExitCode.machine
        }
    }
}

extension Language: ExpressibleByArgument {}
