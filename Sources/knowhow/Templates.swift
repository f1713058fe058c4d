import ArgumentParser
import Diagnostics
import Editing
import Publishing

/// `knowhow templates`: copies the templates inside the program into a folder.
struct Templates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "見た目を変えるために、組み込みのテンプレートを写します。 Copies the built-in templates, to change how the site looks.")

    @Argument(help: ArgumentHelp("写す先の、空か新しいフォルダー The folder to copy to, empty or new", valueName: "DIR"))
    var folder: String

    @Option(help: ArgumentHelp("メッセージの言語：ja または en The language of messages: ja or en", valueName: "LANG"))
    var lang: Language?

    func run() throws {
        let language = Language.ofMessages(lang)
        let folder = SourceOptions.folder(folder)
        let count = try language.reporting { () throws(PublishingError) in try TemplateCopy.write(to: folder) }
        Console.show(
            language == .ja
                ? "「\(folder)」に、\(count)個のテンプレートを写しました。使うときは「--templates \(folder)」を付けます（事例のフォルダーの隣の templates なら要りません）。"
                : "Copied \(count) templates to “\(folder)”. To use them, add --templates \(folder); a folder named templates next to the content folder needs no option."
        )
    }
}
