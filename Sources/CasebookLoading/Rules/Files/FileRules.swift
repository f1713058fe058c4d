import Diagnostics
import Images

extension Rules {
    /// What is found where files are listed and decoded.
    static let foundByReader: [any Rule.Type] = [
        UnreadableBytes.self,
        NullCharacter.self,
        MisplacedFile.self,
        UnfitFileKind.self,
        ConflictCopy.self,
        MissingSettings.self,
    ]

    static let aboutFolders: [any CheckedRule.Type] = [
        NoCases.self
    ]
}

/// A file is in a folder where, or has a name with which, it is not read. `CasebookReader` finds it.
struct MisplacedFile: Rule {
    static let id = "misplaced-file"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "読み込まれない場所や名前のファイルがあります。",
        remedy: "正しいフォルダーに移すか、名前を直します。載せないものなら、名前を `_` で始めます。")
    static let examples =
        [MisplacedFile(reason: .unknownFolder(name: "case", folders: ["cases", "pages"]))]
        + ["c018.md.txt", "c018.MD", "c018.docx", "form.csv", "form.pdf", "a.pptx", "a.png", "a.xyz", "casebook.yaml"].map {
            MisplacedFile(reason: .misnamed(MisnamedFile($0)))
        }

    let reason: Misplacement

    var message: Message {
        switch reason {
        case .unknownFolder:
            Message(
                ja: "このフォルダーのファイルは読みません。使えるフォルダーに移すか、フォルダーの名前を「_」で始めてください",
                en: "Files in this folder are not read: move them to a known folder, or start the folder's name with “_”")
        case .topLevel:
            Message(
                ja: "このファイルは読みません。事例は「cases/」、ページは「pages/」に置いてください",
                en: "This file is not read: cases belong in “cases/”, pages in “pages/”")
        case .nested:
            Message(
                ja: "フォルダーの中のフォルダーにあるファイルは読みません。1つ上のフォルダーに移してください",
                en: "Files in a folder inside a folder are not read: move this file one folder up")
        case .misnamed(let kind): kind.message
        case .link:
            Message(
                ja: "リンク（シンボリックリンク）は読みません。使うものなら、元のファイルをここにコピーしてください",
                en: "Symbolic links are not read: if it is needed, copy the file itself here")
        }
    }

    var allowed: [String] {
        if case .unknownFolder(_, let folders) = reason { folders } else { [] }
    }

    var suggestions: [String] {
        switch reason {
        case .unknownFolder(let name, let folders): nearest(to: name, among: folders)
        case .misnamed(.text(let meant)), .misnamed(.hiddenEnding(let meant)): [meant]
        case .misnamed(.settings): ["casebook.yml"]
        default: []
        }
    }
}

extension MisnamedFile {
    /// What to do about the file.
    fileprivate var message: Message {
        switch self {
        case .text(let meant):
            Message(
                ja: "名前が「.md」で終わらないファイルは読みません。名前を「\(meant)」に変えてください",
                en: "Only files whose names end in “.md” are read: change the name to “\(meant)”")
        case .hiddenEnding(let meant):
            Message(
                ja: "名前が「.md」で終わらないファイルは読みません。名前を「\(meant)」に変えてください。"
                    + "終わりの「.txt」などが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」を選びます",
                en:
                    "Only files whose names end in “.md” are read: change the name to “\(meant)”. If the explorer hides the last ending, let it"
                    + " show file name extensions")
        case .settings:
            Message(
                ja: "設定のファイルは、名前を「casebook.yml」に変えて、いちばん上のフォルダーに置いてください",
                en: "Change the name of the settings file to “casebook.yml”, and keep it in the content folder itself")
        case .document:
            Message(
                ja: "Wordなどの文書は読みません。文を写して、名前が「.md」で終わるテキストのファイルに貼り付けてください",
                en: "Documents of word processors are not read: copy the text into a text file whose name ends in “.md”")
        case .table:
            Message(
                ja: "表はここでは読みません。CSVで保存し、`knowhow import 表.csv` で取り込んでください",
                en: "Tables are not read here: save the table as CSV and run `knowhow import table.csv`")
        case .pdf:
            Message(
                ja: "PDFはここでは使いません。載せるときは「files/」に置き、`[様式](../files/form.pdf)` のようにリンクしてください",
                en:
                    "PDF files are not used here: to publish one, put it in “files/” and link to it like `[form](../files/form.pdf)`"
            )
        case .slides:
            Message(
                ja: "スライドは読みません。文を写して、名前が「.md」で終わるテキストのファイルに貼り付けてください",
                en: "Slides are not read: copy the text into a text file whose name ends in “.md”")
        case .image:
            Message(
                ja: "画像は「images/」に置いてください。ほかの場所の画像は使いません",
                en: "Images belong in “images/”: images in other folders are not used")
        case .other:
            Message(
                ja: "この種類のファイルは使いません。画像なら「images/」に、PDFなどの資料なら「files/」に置き、手元に残すだけなら名前を「_」で始めてください",
                en:
                    "Files of this kind are not used: images belong in “images/”, documents such as PDF in “files/”; to keep the file here,"
                    + " start its name with “_”"
            )
        }
    }
}

/// A file in `images/` or `files/` is of a kind that is never published. `CasebookReader` finds it.
struct UnfitFileKind: Rule {
    static let id = "unfit-file-kind"
    static let severity = Severity.warning
    static let guide = GuideEntry(
        meaning: "`images` や `files` のフォルダーに、サイトに載せられない種類のファイルがあります。",
        remedy: "資料は、PDF、Word（`.docx`）、Excel（`.xlsx`）、PowerPoint（`.pptx`）、CSV、テキスト（`.txt`）、ZIP のどれかで保存し直します。"
            + "載せないものなら、名前を `_` で始めます。")
    static let examples = [UnfitFileKind(name: "form.doc")]

    let name: String

    var message: Message {
        let endings = DocumentFormat.allCases.map { "`.\($0.fileExtension)`" }
        return Message(
            ja: "「\(name)」の種類のファイルは、サイトに載せられません。名前が \(endings.joined(separator: "、")) のどれかで終わる形で保存し直すか、"
                + "名前を「_」で始めてください",
            en: "Files such as “\(name)” cannot be published: save it in a format with one of the extensions"
                + " \(endings.joined(separator: ", ")), or start its name with “_”")
    }
}

/// A file is a copy of another one, which a file service or a file manager made. It is not read. `CasebookReader` finds it.
package struct ConflictCopy: Rule {
    package static let id = "conflict-copy"
    package static let severity = Severity.warning
    package static let guide = GuideEntry(
        meaning: "OneDrive や Dropbox などの競合コピーか、手でコピーしたファイルです。読み込まず、サイトにも載せません。",
        remedy: "元のファイルと見比べ、要るところを元のファイルに写してから、コピーを消します。")
    package static let examples = [ConflictCopy(name: "c001 (1).md", original: "c001.md")]

    let name: String
    let original: String

    /// - Parameters:
    ///   - name: The name of the copy.
    ///   - original: The name of the file that it is a copy of.
    package init(name: String, original: String) {
        self.name = name
        self.original = original
    }

    package var message: Message {
        Message(
            ja: "「\(name)」は「\(original)」のコピー（競合コピー）のようなので使いません。見比べて、要るところを「\(original)」に写してから消してください",
            en: "“\(name)” seems to be a copy of “\(original)” and is not used: compare the two, keep what is needed in"
                + " “\(original)”, then delete the copy")
    }
}

/// There is no `casebook.yml`. `CasebookReader` finds it.
struct MissingSettings: Rule {
    static let id = "missing-casebook-yml"
    static let guide = GuideEntry(
        meaning: "設定ファイル `casebook.yml` がありません。",
        remedy: "`content` フォルダーに置きます。コマンドを実行する場所も確かめます。")
    static let examples = [
        MissingSettings(root: "content", other: nil), MissingSettings(root: "content", other: "casebook.yaml"),
    ]

    let root: String
    /// A file in the content folder that is likely meant as it.
    let other: String?

    var message: Message {
        if let other {
            return Message(
                ja: "設定ファイル「\(root)/casebook.yml」がありません。「\(other)」の名前を「casebook.yml」に変えてください",
                en: "The settings file “\(root)/casebook.yml” is missing: change the name of “\(other)” to “casebook.yml”")
        }
        return Message(
            ja: "設定ファイル「\(root)/casebook.yml」がありません",
            en: "The settings file “\(root)/casebook.yml” is missing")
    }
}

/// The content folder has no cases.
struct NoCases: ContentRule {
    static let id = "no-cases"
    static let severity = Severity.warning
    static let guide = GuideEntry(meaning: "事例が一つもありません。", remedy: "`cases` フォルダーに事例を置きます。")
    static let examples = [NoCases(root: "content")]

    let root: String

    var message: Message {
        Message(
            ja: "事例が1件もありません。「knowhow new」で作るか、「\(root)/cases/」に事例のファイルを置いてください",
            en: "There are no cases: create one by “knowhow new”, or add files of cases to “\(root)/cases/”")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        let hasCase =
            content.files.contains { $0.role == .caseFile } || content.unreadable.contains { $0.hasPrefix("cases/") }
        if !hasCase { report.add(NoCases(root: content.root), path: "\(content.root)/cases") }
    }
}
