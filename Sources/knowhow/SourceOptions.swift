import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// Where things are read, and in which language is spoken: what every command takes.
struct SourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Option(help: ArgumentHelp("テンプレートのフォルダー The template folder", valueName: "DIR"))
    var templates = "templates"

    @Flag(help: "警告もエラーとして扱います Treat warnings as errors")
    var strict = false

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

    /// A folder as it was named, without a slash at its end.
    static func folder(_ path: String) -> String {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// Reads both folders; a machine's refusal is told and ends the command.
    func load(baseURL: String? = nil, includingDrafts: Bool = false) throws -> SiteSources {
        try reporting {
            () throws(PublishingError) in
            try SiteSources.load(
                content: Self.folder(content), templates: Self.folder(templates), baseURL: baseURL,
                includingDrafts: includingDrafts, jobs: jobs)
        }
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
