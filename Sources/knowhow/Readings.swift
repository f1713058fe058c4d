import ArgumentParser
import Diagnostics
import Editing
import Foundation
import Publishing

/// `knowhow readings`: lists the words whose readings are missing, and drafts them.
struct Readings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "readings",
        abstract: "漢字の読みの一覧（readings.csv）に足りない語などを示します。 Lists the words that readings.csv lacks.",
        discussion: """
            読みのない語、読み方を決める語、どこにも使われていない行を示します。--draft を付けると、MeCab（Debian では mecab と mecab-ipadic-utf8）が
            示す読みを、「未確認」の印を付けて readings.csv に書き加えます。
            With --draft, proposals from MeCab are added to readings.csv, each marked as unchecked (未確認).
            """)

    @Option(help: ArgumentHelp("事例のフォルダー The content folder", valueName: "DIR"))
    var content = "content"

    @Flag(help: "読みのない語の読みの案を、readings.csv に書き加えます Add proposals for missing readings to readings.csv")
    var draft = false

    @Flag(help: "読みを付けた本文を示します。声に出して確かめるときに使います Print all texts with their readings, to read them through")
    var text = false

    @Flag(help: "すべてのところを示します List all locations of each word")
    var all = false

    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    func run() throws {
        let language = Language.ofMessages(lang)
        let folder = SourceOptions.folder(content)
        var file = try survey(folder, language)
        if draft, file.missingCount > 0 {
            guard let mecab = MeCab.find() else {
                Console.report(MeCab.missing.text(in: language))
                throw ExitCode.system
            }
            guard let words = mecab.read(file.textsToRead) else {
                Console.report(MeCab.failed.text(in: language))
                throw ExitCode.system
            }
            let current = file
            let (added, backup) = try language.reporting { () throws(PublishingError) in try current.addDraft(words) }
            if added > 0 {
                let kept = backup.map { language == .ja ? "元のファイルは「\($0)」にあります。" : " The file as it was is in “\($0)”." } ?? ""
                Console.show(
                    language == .ja
                        ? "\(added)語の読みの案を「\(file.path)」に書き加えました。一つずつ確かめて、備考の「未確認」を消してください。\(kept)"
                        : "Added proposals for \(added) words to “\(file.path)”. Check each of them, then remove 未確認 from its note.\(kept)"
                )
            }
            file = try survey(folder, language)
        }
        Console.show(text ? file.bracketedText : file.text(in: language, showsAll: all), terminator: "")
    }

    private func survey(_ folder: String, _ language: Language) throws -> ReadingsFile {
        let (file, diagnostics) = try language.reporting { () throws(PublishingError) in
            try ReadingsFile.survey(content: folder)
        }
        guard let file else {
            let errors = diagnostics.filter { $0.severity == .error }
            Console.report(DiagnosticDigest(errors, showsAll: all).text(in: language))
            throw ExitCode.invalidSources
        }
        return file
    }
}

/// The program MeCab with the dictionary IPADIC in UTF-8, as Debian has them.
struct MeCab {
    private let program: String
    private let dictionary: String?

    static let missing = Message(
        ja:
            "knowhow: 読みの案を作るには、MeCab と辞書が要ります。Debian や Ubuntu では「sudo apt install mecab mecab-ipadic-utf8」で入ります。入れなくても、readings.csv には手で書けます。",
        en:
            "knowhow: Proposals need MeCab and its dictionary: on Debian and Ubuntu, “sudo apt install mecab mecab-ipadic-utf8”. Without "
            + "them, readings.csv can be written by hand.")
    static let failed = Message(
        ja: "knowhow: MeCab が文を読めませんでした。辞書（mecab-ipadic-utf8）が入っているかを確かめてください。",
        en: "knowhow: MeCab could not read the texts. Check that its dictionary (mecab-ipadic-utf8) is installed.")

    /// Finds the program in the folders of PATH; nil if it is not installed.
    static func find() -> MeCab? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":").map(String.init)
        guard let program = folders.map({ $0 + "/mecab" }).first(where: FileManager.default.isExecutableFile) else {
            return nil
        }
        let dictionaries = ["/var/lib/mecab/dic/ipadic-utf8", "/usr/share/mecab/dic/ipadic-utf8"]
        return MeCab(
            program: program, dictionary: dictionaries.first { FileManager.default.fileExists(atPath: $0 + "/sys.dic") })
    }

    /// Divides lines of text into words with their readings in katakana; nil if the program fails.
    func read(_ lines: [String]) -> [[(text: String, reading: String?)]]? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments =
            (dictionary.map { ["-d", $0] } ?? []) + ["-F", "%m\\t%f[7]\\n", "-U", "%m\\n", "-E", "EOS\\n", "-b", "1000000"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        // Written on another thread: with both pipes full, the two programs would wait for one another.
        let bytes = Data(lines.map { $0.replacing("\n", with: " ") + "\n" }.joined().utf8)
        let handle = input.fileHandleForWriting
        Thread.detachNewThread {
            try? handle.write(contentsOf: bytes)
            try? handle.close()
        }
        let read = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        var sentences: [[(text: String, reading: String?)]] = []
        var words: [(text: String, reading: String?)] = []
        for line in String(decoding: read, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "EOS" {
                sentences.append(words)
                words = []
            } else {
                let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
                if let text = parts.first, !text.isEmpty {
                    words.append((String(text), parts.count > 1 ? String(parts[1]) : nil))
                }
            }
        }
        return sentences.count == lines.count ? sentences : nil
    }
}
