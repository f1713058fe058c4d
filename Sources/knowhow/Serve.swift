import ArgumentParser
import Diagnostics
import Preview
import Publishing

/// `knowhow serve`: shows the site in a browser and updates it after every save.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "書きながらサイトを確かめます。 Shows the site in a browser while you write.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    @OptionGroup var listening: ListeningOptions

    func run() throws {
        let language = machine.language
        let server: PreviewServer
        do throws(ListeningError) {
            server = try PreviewServer(
                content: SourceOptions.folder(sources.content), templates: sources.templateFolder, host: listening.host,
                port: listening.port, jobs: machine.jobs, language: language, showsAll: reporting.all)
        } catch {
            throw listening.failure(error, in: language)
        }
        let signals = LiveCommand.signals { server.stop() }
        let reporting = reporting
        server.run { state in
            LiveCommand.report(state, reporting, in: language)
            announce(port: server.port, in: language)
        } onPolling: { reason in
            Console.show(reason.message.text(in: language))
        } onChange: { state in
            LiveCommand.report(state, reporting, in: language)
            if state.isUpToDate { Console.show(language == .ja ? "更新しました。" : "Updated.") }
        }
        withExtendedLifetime(signals) {}
        Console.show(language == .ja ? "終了しました。" : "Stopped.")
    }

    private func announce(port: UInt16, in language: Language) {
        let address = listening.address(of: port, in: language)
        Console.show(
            language == .ja
                ? "プレビュー：\(address)/ （下書きも表示します。終了するには Ctrl-C）"
                : "Preview: \(address)/ (with drafts; press Ctrl-C to stop)")
    }
}
