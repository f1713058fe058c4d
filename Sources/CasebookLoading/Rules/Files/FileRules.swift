import Diagnostics

extension Rules {
    /// What is found where files are listed and decoded.
    static let foundByReader: [any Rule.Type] = [
        UnreadableBytes.self,
        NullCharacter.self,
        MisplacedFile.self,
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
    static let examples = [MisplacedFile(reason: .unknownFolder(name: "case", folders: ["cases", "pages"]))]

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
        case .notMarkdown:
            Message(ja: "名前が「.md」で終わらないファイルは読みません", en: "Only files whose names end in “.md” are read")
        case .link:
            Message(
                ja: "リンク（シンボリックリンク）は読みません。使うものなら、元のファイルをここにコピーしてください",
                en: "Symbolic links are not read: if it is needed, copy the file itself here")
        case .image:
            Message(
                ja: "画像は「images/」に置いてください。ほかの場所の画像は使いません",
                en: "Images belong in “images/”: images in other folders are not used")
        }
    }

    var allowed: [String] {
        if case .unknownFolder(_, let folders) = reason { folders } else { [] }
    }

    var suggestions: [String] {
        if case .unknownFolder(let name, let folders) = reason { nearest(to: name, among: folders) } else { [] }
    }
}

/// There is no `casebook.yml`. `CasebookReader` finds it.
struct MissingSettings: Rule {
    static let id = "missing-casebook-yml"
    static let guide = GuideEntry(
        meaning: "設定ファイル `casebook.yml` がありません。",
        remedy: "`content` フォルダーに置きます。コマンドを実行する場所も確かめます。")
    static let examples = [MissingSettings(root: "content")]

    let root: String

    var message: Message {
        Message(
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
            ja: "事例が1件もありません。「\(root)/cases/」に事例のファイルを置いてください",
            en: "There are no cases: add files of cases to “\(root)/cases/”")
    }

    static func check(_ content: ContentFiles, report: inout Report) {
        let hasCase =
            content.files.contains { $0.role == .caseFile } || content.unreadable.contains { $0.hasPrefix("cases/") }
        if !hasCase { report.add(NoCases(root: content.root), path: "\(content.root)/cases") }
    }
}
