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

    var language: Language { Language.spoken(lang) }

    /// Runs something, and tells what the machine refused.
    func reporting<Result>(_ work: () throws(PublishingError) -> Result) throws -> Result {
        try language.reporting(work)
    }
}

extension Language: ExpressibleByArgument {
    /// The language asked for, else that of the environment, else Japanese.
    static func spoken(_ asked: Language?) -> Language {
        if let asked { return asked }
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.hasPrefix("en") ? .en : .ja
    }

    /// Runs something, and tells what the machine refused.
    func reporting<Result>(_ work: () throws(PublishingError) -> Result) throws -> Result {
        do throws(PublishingError) {
            return try work()
        } catch {
            printError("knowhow: \(error.message.text(in: self))")
            throw ExitCode.machine
        }
    }
}
