import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Preview
import Publishing

/// `knowhow serve`: shows the site in a browser and updates it after every save.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "書きながらサイトを確かめます。 Shows the site in a browser while you write.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    @Option(help: ArgumentHelp("待ち受けるアドレス The address to listen on", valueName: "ADDRESS"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("ポート番号。使われていれば、次に空いている番号 The port, or the next free one if it is in use", valueName: "N"))
    var port: UInt16 = 8080

    func run() throws {
        let language = machine.language
        let server: PreviewServer
        do throws(ListeningError) {
            server = try PreviewServer(
                content: SourceOptions.folder(sources.content), templates: sources.templateFolder, host: host,
                port: port, jobs: machine.jobs, language: language, showsAll: reporting.all)
        } catch {
            let reason = error.reason.text(in: language)
            Console.report(
                language == .ja
                    ? "knowhow: \(host) では待ち受けられません（\(reason)）。--host と --port を確かめてください。"
                    : "knowhow: cannot listen on \(host) (\(reason)). Check --host and --port.")
            throw ExitCode.system
        }
        let signals = [SIGINT, SIGTERM].map { signal in
            Foundation.signal(signal, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            source.setEventHandler { server.stop() }
            source.resume()
            return source
        }
        let reporting = reporting
        server.run { state in
            Self.report(state, reporting, in: language)
            Self.announce(host: host, port: server.port, wanted: port, in: language)
        } onPolling: { reason in
            Console.show(reason.message.text(in: language))
        } onChange: { state in
            Self.report(state, reporting, in: language)
            if state.isUpToDate { Console.show(language == .ja ? "更新しました。" : "Updated.") }
        }
        withExtendedLifetime(signals) {}
        Console.show(language == .ja ? "終了しました。" : "Stopped.")
    }

    private static func report(_ state: LiveSite.State, _ options: ReportOptions, in language: Language) {
        if let failure = state.failure { Console.report("knowhow: \(failure.message.text(in: language))") }
        let problems = state.problemText(showsWarnings: !options.quiet)
        if !problems.isEmpty { Console.report(problems) }
    }

    private static func announce(host: String, port: UInt16, wanted: UInt16, in language: Language) {
        let shown = host.contains(":") ? "[\(host)]" : host
        if port != wanted {
            Console.show(
                language == .ja
                    ? "ポート\(wanted)は使われているので、\(port)を使います。" : "Port \(wanted) is in use, so port \(port) is used.")
        }
        Console.show(
            language == .ja
                ? "プレビュー：http://\(shown):\(port)/ （下書きも表示します。終了するには Ctrl-C）"
                : "Preview: http://\(shown):\(port)/ (with drafts; press Ctrl-C to stop)")
    }
}
