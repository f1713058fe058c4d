import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Preview

/// Where the commands listen that show a site while it is written.
struct ListeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("待ち受けるアドレス The address to listen on", valueName: "ADDRESS"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("ポート番号。使われていれば、次に空いている番号 The port, or the next free one if it is in use", valueName: "N"))
    var port: UInt16 = 8080

    /// The address of a server on a port, without a slash at its end. Says so if that is not the wanted port.
    func address(of port: UInt16, in language: Language) -> String {
        if port != self.port {
            Console.show(
                language == .ja
                    ? "ポート\(self.port)は使われているので、\(port)を使います。" : "Port \(self.port) is in use, so port \(port) is used.")
        }
        return "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// Reports that a server cannot listen, and returns the exit code for it.
    func failure(_ error: ListeningError, in language: Language) -> ExitCode {
        let reason = error.reason.text(in: language)
        Console.report(
            language == .ja
                ? "knowhow: \(host) では待ち受けられません（\(reason)）。--host と --port を確かめてください。"
                : "knowhow: cannot listen on \(host) (\(reason)). Check --host and --port.")
        return .system
    }
}

/// What the commands share that show a site while it is written.
enum LiveCommand {
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
}
