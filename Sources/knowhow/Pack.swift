import ArgumentParser
import Diagnostics
import Publishing

/// `knowhow pack`: packs a built site, or only its changes, into a zip file.
struct Pack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "サイトを zip にまとめます。 Packs the site into a zip file.")

    @Option(help: ArgumentHelp("build で書き出したサイトのフォルダー The folder of the built site", valueName: "DIR"))
    var site = "site"

    @Option(help: ArgumentHelp("書き出す zip ファイル The zip file to write", valueName: "FILE"))
    var output = "site.zip"

    @Option(
        help: ArgumentHelp(
            "前回公開したときの manifest.json。その後の変更だけをまとめます Pack only the changes since this manifest.json, which is in the zip file published last",
            valueName: "MANIFEST"))
    var since: String?

    @Flag(help: "下書きの入ったサイトもまとめます Pack the site even if it has drafts")
    var publishDrafts = false

    @Flag(help: "完成の知らせを出しません Do not print the last line")
    var quiet = false

    @OptionGroup var machine: MachineOptions

    func run() throws {
        let language = machine.language
        let site = SourceOptions.folder(site)
        let summary = try machine.reporting { () throws(PublishingError) in
            try refuseFile(output, in: [site])
            return try SitePack(site: site, jobs: machine.jobs).write(
                to: output, since: since, publishesDrafts: publishDrafts)
        }
        if !quiet { Console.show(text(summary, in: language)) }
    }

    /// The line that the command prints when it is done.
    private func text(_ summary: SitePack.Summary, in language: Language) -> String {
        guard let changes = summary.changes else {
            return language == .ja
                ? "「\(output)」を作りました（\(summary.files)ファイル）。" : "Wrote “\(output)” (\(summary.files) files)."
        }
        let (added, changed, removed) = (changes.added.count, changes.changed.count, changes.removed.count)
        return language == .ja
            ? "「\(output)」を作りました。追加\(added)、変更\(changed)、削除\(removed)。一覧は zip の中の changes.txt にあります。"
            : "Wrote “\(output)”: \(added) added, \(changed) changed, \(removed) removed. The list is in the file changes.txt of the zip."
    }
}
