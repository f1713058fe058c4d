import Diagnostics
import Foundation

/// A problem with the disk or with the folders that a command was given, which ends the command. Its message says what to do.
public struct PublishingError: Error, Sendable, Hashable {
    /// What went wrong and what to do.
    public let message: Message
    /// What happened, for callers that say it in words of their own.
    package let kind: Kind

    /// The kinds of problems that callers distinguish. The numbers are those of the system.
    package enum Kind: Sendable, Hashable {
        case changedMeanwhile
        case taken
        case inTheWay
        case partlyWritten([String])
        /// The folder has no site that can be published: none at all, one that is not complete or was changed, or one with drafts.
        case needsBuild
        case unreadable(Int32)
        case unwritable(Int32)
        case other
    }

    /// Whether the disk is full, or the share of it that the user may fill.
    var isOutOfSpace: Bool { kind == .unwritable(ENOSPC) || kind == .unwritable(EDQUOT) }

    private init(ja: String, en: String, kind: Kind = .other) {
        message = Message(ja: ja, en: en)
        self.kind = kind
    }
}

/// Problems of the machine.
extension PublishingError {
    /// A folder does not exist.
    public static func folderMissing(path: String) -> PublishingError {
        PublishingError(
            ja: "フォルダー「\(path)」がありません。そのフォルダーが見えるところで実行するか、場所を指定してください（例：「--content 場所」）。",
            en:
                "There is no folder “\(path)”. Run the command in the folder that holds it, or say where it is (like “--content PATH”)."
        )
    }

    /// There is a file at the path of a folder.
    public static func notFolder(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」はフォルダーではありません。フォルダーを指定してください。",
            en: "“\(path)” is not a folder. Give a folder.")
    }

    /// The name of a file is not UTF-8, so the file cannot be opened by its name.
    ///
    /// - Parameters:
    ///   - name: The name, with U+FFFD for what is not UTF-8.
    ///   - folder: The path of the folder that the file is in.
    public static func unreadableName(_ name: String, folder: String) -> PublishingError {
        PublishingError(
            ja: "フォルダー「\(folder)」に、名前が UTF-8 でないファイルかフォルダー（\(name)）があるため、読めません。名前を付け直してください。",
            en:
                "The folder “\(folder)” has a file or folder whose name is not UTF-8 (\(name)), so it cannot be read. Rename it."
        )
    }

    /// The system could not read a file or a folder.
    public static func unreadable(path: String, code: Int32) -> PublishingError {
        let reason = Self.reason(code)
        return PublishingError(
            ja: "「\(path)」を読めません（\(reason.ja)）。ファイルの場所と読み取りの権限を確かめてください。",
            en: "Cannot read “\(path)” (\(reason.en)). Check that the path is right and that you may read the file.",
            kind: .unreadable(code))
    }

    /// The system could not write a file or a folder.
    public static func unwritable(path: String, code: Int32) -> PublishingError {
        let reason = Self.reason(code)
        return PublishingError(
            ja: "「\(path)」に書けません（\(reason.ja)）。空き容量と書き込みの権限を確かめて、もう一度実行してください。",
            en: "Cannot write “\(path)” (\(reason.en)). Check the free space and your permissions, then run the command again.",
            kind: .unwritable(code))
    }

    /// A file that was to be created exists already.
    public static func taken(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は、もうあります。上書きしません。別の名前を指定してください。",
            en: "“\(path)” exists already and is not overwritten. Give another file name.", kind: .taken)
    }

    /// A file that would be replaced was not written by the program.
    public static func ownFile(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は、knowhow が作ったものではないため上書きしません。別の名前に変えてから、もう一度実行してください。",
            en: "“\(path)” was not written by knowhow and is not overwritten. Rename it, then run the command again.")
    }

    /// A folder that was to be filled with new files holds files already.
    public static func folderInUse(path: String) -> PublishingError {
        PublishingError(
            ja: "フォルダー「\(path)」には、もうファイルがあります。何も書いていません。空のフォルダーか、新しい名前を指定してください。",
            en: "The folder “\(path)” holds files already, so nothing was written. Give an empty folder or a new name.")
    }

    /// Another program changed a file of the content while it was being fixed.
    public static func changedMeanwhile(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は、直している間にほかで変更されたため、書き換えていません。もう一度実行してください。",
            en: "Another program changed “\(path)” in the meantime, so it was not changed. Run the command again.",
            kind: .changedMeanwhile)
    }

    /// Some files of a set were changed, and could neither be changed back nor the others be changed.
    package static func partlyWritten(paths: [String], backup: String) -> PublishingError {
        PublishingError(
            ja: "途中で書けなくなりました。次のファイルだけが新しくなっています：\(paths.joined(separator: "、"))。前の内容は「\(backup)」にあります。",
            en:
                "Writing failed halfway. Only these files are new: \(paths.joined(separator: ", ")). They are in “\(backup)” as they were"
                + " before.", kind: .partlyWritten(paths))
    }

    /// A file of the content changed while the site was built.
    public static func changedWhileBuilding(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は、サイトを作っている間に変更されました。もう一度実行してください。",
            en: "“\(path)” changed while the site was being built. Run the command again.")
    }
}

/// Problems of the output folder and of its manifest.
extension PublishingError {
    /// The output folder has files but no manifest of a build.
    public static func foreignFolder(path: String) -> PublishingError {
        PublishingError(
            ja: "出力先「\(path)」には、knowhow が作ったものではないファイルがあります。空のフォルダーを指定してください。",
            en: "The output folder “\(path)” has files that knowhow did not write. Give an empty folder.")
    }

    /// A file that no build wrote has the path of a page.
    public static func foreignFile(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は knowhow が作ったファイルではないため、上書きしません。別の場所に移してください。",
            en: "“\(path)” was not written by knowhow and is not overwritten. Move it to another folder.")
    }

    /// A folder has the path of a file, or a file or a symbolic link has that of a folder.
    public static func inTheWay(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」の場所に、同じ名前のフォルダー、ファイルまたはリンクがあるため書けません。移すか削除してください。",
            en: "Cannot write “\(path)”, because there is a folder, file or link of the same name. Move or delete it.",
            kind: .inTheWay)
    }

    /// Another build is writing into the same folder.
    public static func locked(path: String) -> PublishingError {
        PublishingError(
            ja: "別の knowhow が「\(path)」に書き込んでいます。終わってから、もう一度実行してください。",
            en: "Another knowhow is writing to “\(path)”. Run the command again when it has finished.")
    }

    /// The manifest of the last build cannot be read.
    public static func brokenManifest(path: String) -> PublishingError {
        PublishingError(
            ja: "前回の記録「\(path)」が壊れています。出力先のフォルダーを空にしてから、もう一度実行してください。",
            en: "The manifest of the last build, “\(path)”, is damaged. Empty the output folder, then run the command again.")
    }

    /// A file that the user named is not a manifest.
    public static func notManifest(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は、公開したときの記録として読めません。前回の zip に入っている manifest.json を指定してください。",
            en: "“\(path)” is not a manifest. Give the manifest.json from the zip file that you published last.")
    }

    /// The output folder is, contains or is inside a folder that is read.
    public static func overlappingFolders(output: String, input: String) -> PublishingError {
        PublishingError(
            ja: "出力先「\(output)」が「\(input)」と重なっています。別のフォルダーを指定してください。",
            en: "The output folder “\(output)” overlaps “\(input)”. Give another folder.")
    }

    /// A report or an archive would be written into a folder that is read or published.
    public static func fileInFolder(file: String, folder: String) -> PublishingError {
        PublishingError(
            ja: "「\(file)」は、フォルダー「\(folder)」の中には書き出せません。外の場所を指定してください。",
            en: "“\(file)” cannot be written into the folder “\(folder)”. Give a path outside that folder.")
    }

    /// No build wrote into the folder.
    public static func noSite(path: String) -> PublishingError {
        PublishingError(
            ja: "フォルダー「\(path)」には、knowhow が作ったサイトがありません。先に knowhow build を実行してください。",
            en: "There is no site built by knowhow in the folder “\(path)”. Run knowhow build first.",
            kind: .needsBuild)
    }

    /// The last build into the folder was interrupted.
    public static func unfinishedSite(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」への書き出しが、途中で終わっています。もう一度 knowhow build を実行してください。",
            en: "The last build into “\(path)” was interrupted. Run knowhow build again.", kind: .needsBuild)
    }

    /// A build with drafts would replace a site that is meant for the public.
    public static func draftsOverPublicSite(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」は公開用のサイトです。下書きを混ぜないように、何も書き換えていません。"
                + "「--output」で別のフォルダーを指定してください。下書きも公開するときだけ、「--publish-drafts」を付けます。",
            en:
                "“\(path)” holds a site for the public, so no drafts were written into it. Give another folder with --output, or"
                + " add --publish-drafts if the drafts are to be published too.")
    }

    /// A site with drafts would be packed.
    public static func draftsInSite(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」には下書きの事例が入っているので、まとめていません。「--drafts」なしで knowhow build をもう一度実行してください。"
                + "下書きも公開するときだけ、「--publish-drafts」を付けます。",
            en: "The site in “\(path)” has drafts, so it was not packed. Run knowhow build again without --drafts, or add"
                + " --publish-drafts if the drafts are to be published too.", kind: .needsBuild)
    }

    /// A file of the site is missing or was changed after the build.
    public static func damagedSite(path: String) -> PublishingError {
        PublishingError(
            ja: "「\(path)」が、書き出したときの内容と違います。もう一度 knowhow build を実行してください。",
            en: "“\(path)” is missing or was changed after the build. Run knowhow build again.", kind: .needsBuild)
    }

    /// A template could not be rendered.
    public static func unrenderable(path: String, reason: Message) -> PublishingError {
        PublishingError(ja: "「\(path)」：\(reason.ja)", en: "“\(path)”: \(reason.en)")
    }
}

extension PublishingError {
    /// One example of each problem.
    public static var examples: [PublishingError] {
        [
            .folderMissing(path: "a"), .notFolder(path: "a"), .unreadableName("a", folder: "b"),
            .unreadable(path: "a", code: 13), .unwritable(path: "a", code: 28),
            .foreignFolder(path: "a"), .foreignFile(path: "a"), .inTheWay(path: "a"), .locked(path: "a"),
            .brokenManifest(path: "a"), .notManifest(path: "a"), .overlappingFolders(output: "a", input: "b"),
            .fileInFolder(file: "a", folder: "b"), .changedMeanwhile(path: "a"),
            .partlyWritten(paths: ["a", "b"], backup: "c"), .changedWhileBuilding(path: "a"),
            .taken(path: "a"), .ownFile(path: "a"), .folderInUse(path: "a"), .noSite(path: "a"),
            .unfinishedSite(path: "a"), .damagedSite(path: "a"), .draftsOverPublicSite(path: "a"),
            .draftsInSite(path: "a"),
            .unrenderable(path: "a", reason: Message(ja: "理由です。", en: "A reason.")),
        ]
    }

    /// The system's reason, in words if it is a common one.
    package static func reason(_ code: Int32) -> Message {
        switch code {
        case ENOSPC: Message(ja: "空き容量がありません", en: "no space left")
        case EDQUOT: Message(ja: "使える容量の上限に達しました", en: "quota exceeded")
        case EACCES, EPERM: Message(ja: "権限がありません", en: "permission denied")
        case EROFS: Message(ja: "読み取り専用の場所です", en: "read-only file system")
        case ENOENT: Message(ja: "見つかりません", en: "not found")
        case ENAMETOOLONG: Message(ja: "名前が長すぎます", en: "name too long")
        case EMFILE, ENFILE: Message(ja: "開いているファイルが多すぎます", en: "too many open files")
        case ELOOP: Message(ja: "リンクが循環しています", en: "links in a loop")
        case EISDIR: Message(ja: "フォルダーです", en: "is a folder")
        default: Message(ja: "システムのエラー \(code)", en: "system error \(code): \(String(cString: strerror(code)))")
        }
    }
}
