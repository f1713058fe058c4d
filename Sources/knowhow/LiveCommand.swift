import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Preview

/// What the commands share that show a site while it is written.
enum LiveCommand {
    /// Reports that a server cannot listen, and returns the exit code for it.
    static func failure(_ error: ListeningError, host: String, in language: Language) -> ExitCode {
        let reason = error.reason.text(in: language)
        Console.report(
            language == .ja
                ? "knowhow: \(host) では待ち受けられません（\(reason)）。--host と --port を確かめてください。"
                : "knowhow: cannot listen on \(host) (\(reason)). Check --host and --port.")
        return .system
    }

    /// Calls a function when the system asks the command to stop (Ctrl-C, `kill`). The caller keeps the result until then.
    static func signals(_ stop: @escaping @Sendable () -> Void) -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { signal in
            Foundation.signal(signal, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            source.setEventHandler(handler: stop)
            source.resume()
            return source
        }
    }

    /// Prints the problems of a state.
    static func report(_ state: LiveSite.State, _ options: ReportOptions, in language: Language) {
        if let failure = state.failure { Console.report("knowhow: \(failure.message.text(in: language))") }
        let problems = state.problemText(showsWarnings: !options.quiet)
        if !problems.isEmpty { Console.report(problems) }
    }

    /// The address of a server without a slash at its end. Says so if its port is not the wanted one.
    static func address(host: String, port: UInt16, wanted: UInt16, in language: Language) -> String {
        if port != wanted {
            Console.show(
                language == .ja
                    ? "ポート\(wanted)は使われているので、\(port)を使います。" : "Port \(wanted) is in use, so port \(port) is used.")
        }
        return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }
}
