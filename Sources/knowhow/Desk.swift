import ArgumentParser
import CasebookModel
import Desk
import Diagnostics
import Foundation
import Preview
import Publishing

/// `knowhow desk`: the preview with pages to write the cases.
struct DeskCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk", abstract: "ブラウザーで事例を書きます。 Writes the cases in a browser.")

    @OptionGroup var sources: SourceOptions
    @OptionGroup var destination: OutputOptions
    @OptionGroup var listening: ListeningOptions
    @OptionGroup var reporting: ReportOptions
    @OptionGroup var machine: MachineOptions

    @Option(
        help: ArgumentHelp(
            "ほかに応答する名前（プロキシの名前など）。何度でも書けます Another host name to answer under, such as that of a proxy; can be repeated",
            valueName: "HOST"))
    var allowHost: [String] = []

    @Option(
        help: ArgumentHelp(
            "書いている人の名前を、プロキシが伝えるヘッダー The header in which a proxy names the person at work", valueName: "NAME"))
    var userHeader: String?

    @Option(
        help: ArgumentHelp(
            "プロキシだけが知る合言葉のファイル。プロキシはそれを X-Desk-Secret で送ります A file with the secret that a proxy sends as X-Desk-Secret; who comes through it needs no token",
            valueName: "FILE"))
    var proxySecret: String?

    @Flag(help: "ブラウザーで開きます Opens it in the browser")
    var open = false

    /// The names of fields that say something else, so that no proxy can name a person in them.
    private static let otherFields: Set<String> = [
        "host", "cookie", "origin", "authorization", "content-type", "content-length", "accept", "x-forwarded-proto",
        "x-desk-secret",
    ]

    func validate() throws {
        guard let userHeader else { return }
        let isName =
            !userHeader.isEmpty
            && userHeader.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
            }
        guard isName, !Self.otherFields.contains(userHeader.lowercased()) else {
            throw ValidationError(
                machine.language == .ja
                    ? "「--user-header」には、X-Remote-User のように、名前だけを伝えるヘッダーを書いてください"
                    : "“--user-header” takes a header that does nothing but name the person, such as X-Remote-User")
        }
    }

    /// Reads the secret of the proxy: one line of at least 32 letters and digits.
    private func readSecret() throws -> String? {
        guard let proxySecret else { return nil }
        let bytes = (try? Disk.bytes(of: proxySecret)) ?? []
        let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard text.utf8.count >= 32, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ValidationError(
                machine.language == .ja
                    ? "「\(proxySecret)」を読めないか、短すぎます。半角の英数字32文字以上を1行で書いてください（例：openssl rand -hex 32 の結果）"
                    : "Cannot read “\(proxySecret)”, or it is too short: write one line of at least 32 letters and digits, such as"
                        + " what “openssl rand -hex 32” prints")
        }
        return text
    }

    func run() throws {
        let language = machine.language
        let proxy = DeskProxy(userField: userHeader, secret: try readSecret())
        let server: DeskServer
        do throws(ListeningError) {
            server = try DeskServer(
                content: SourceOptions.folder(sources.content), templates: sources.templateFolder,
                output: SourceOptions.folder(destination.output), isStrict: sources.strict, host: listening.host,
                port: listening.port, allowing: allowHost, jobs: machine.jobs, language: language, showsAll: reporting.all,
                clock: Self.clock, proxy: proxy)
        } catch {
            throw listening.failure(error, in: language)
        }
        let signals = LiveCommand.signals { server.stop() }
        let reporting = reporting
        server.run { state in
            LiveCommand.report(state, reporting, in: language)
            announce(server, in: language)
        } onPolling: { reason in
            Console.show(reason.message.text(in: language))
        } onChange: { state in
            LiveCommand.report(state, reporting, in: language)
        }
        withExtendedLifetime(signals) {}
        Console.show(language == .ja ? "終了しました。" : "Stopped.")
    }

    private func announce(_ server: DeskServer, in language: Language) {
        let address = listening.address(of: server.port, in: language) + server.path
        Console.show(
            language == .ja
                ? "編集画面：\(address)\nこのアドレスを開いた人は、原稿を書き換えられます。ほかの人に知らせないでください（終了するには Ctrl-C）"
                : "Desk: \(address)\nWhoever opens this address can change the cases: keep it to yourself (press Ctrl-C to stop)"
        )
        if open { Self.openBrowser(address) }
    }

    /// Opens an address. Without a browser nothing happens: the address is at the terminal.
    private static func openBrowser(_ address: String) {
        #if os(macOS)
        let openers = [["/usr/bin/open"]]
        #else
        // In the Linux system inside Windows, it is the browser of Windows.
        let openers = [
            ["/mnt/c/Windows/System32/rundll32.exe", "url.dll,FileProtocolHandler"], ["/usr/bin/xdg-open"],
        ]
        #endif
        for opener in openers {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: opener[0])
            process.arguments = opener.dropFirst() + [address]
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            if (try? process.run()) != nil { return }
        }
    }

    private static let clock = DeskClock {
        let now = parts(of: Date())
        return CalendarDate(year: now[0], month: now[1], day: now[2])
    } now: {
        Date()
    } parts: {
        parts(of: $0)
    }

    /// The year, month, day, hour and minute of a time, where the computer is.
    private static func parts(of date: Date) -> [Int] {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day, .hour, .minute], from: date)
        return [parts.year, parts.month, parts.day, parts.hour, parts.minute].map { $0 ?? 0 }
    }
}
