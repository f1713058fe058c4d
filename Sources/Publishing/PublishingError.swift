import Diagnostics

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the machine would not do: read, write, make room. The build stops, and the old site stays as it was as far as it can.
public enum PublishingError: Error, Sendable, Hashable {
    /// There is no such folder.
    case folderMissing(path: String)
    case unreadable(path: String, code: Int32)
    case unwritable(path: String, code: Int32)
    /// The output folder holds files and no list of what a build wrote.
    case foreignFolder(path: String)
    /// A file that no build wrote stands where a page belongs.
    case foreignFile(path: String)
    /// A folder stands where a page belongs, or a file or a symbolic link where a folder belongs.
    case inTheWay(path: String)
    /// Another build writes into the same folder.
    case locked(path: String)
    /// The list of what a build wrote cannot be understood.
    case brokenManifest(path: String)
    /// A file that the user named as the list of what an earlier build wrote is none.
    case notManifest(path: String)
    /// The output folder is, holds or lies in a folder that is read.
    case overlappingFolders(output: String, input: String)
    /// A report or an archive would be written into a folder that is read or published.
    case fileInFolder(file: String, folder: String)
    /// There is a file already where a new one was to be.
    case taken(path: String)
    /// A file of the content was changed by someone else while it was being fixed.
    case changedMeanwhile(path: String)
    /// The folder is not one that a build wrote.
    case noSite(path: String)
    /// A build into the folder did not come to its end.
    case unfinishedSite(path: String)
    /// A file of the site is missing, or is not as the build wrote it.
    case damagedSite(path: String)
    /// A template could not be rendered to its end.
    case unrenderable(path: String, reason: Message)

    /// What went wrong and what to do.
    public var message: Message {
        switch self {
        case .folderMissing(let path):
            Message(
                ja: "フォルダー「\(path)」がありません。場所を確かめるか、オプションで指定してください。",
                en: "There is no folder “\(path)”. Check the place, or name it by an option.")
        case .unreadable(let path, let code):
            Message(
                ja: "「\(path)」を読めません（\(reason(code).ja)）。ファイルの場所と読み取りの権限を確かめてください。",
                en: "Cannot read “\(path)” (\(reason(code).en)). Check where it is and that you may read it.")
        case .unwritable(let path, let code):
            Message(
                ja: "「\(path)」に書けません（\(reason(code).ja)）。空き容量と書き込みの権限を確かめて、もう一度実行してください。",
                en:
                    "Cannot write “\(path)” (\(reason(code).en)). Check the free space and that you may write there, then run again."
            )
        case .foreignFolder(let path):
            Message(
                ja: "出力先「\(path)」には、knowhow が作ったものではないファイルがあります。空のフォルダーを指定してください。",
                en: "The output folder “\(path)” holds files that knowhow did not write. Name an empty folder.")
        case .foreignFile(let path):
            Message(
                ja: "「\(path)」は knowhow が作ったファイルではないため、上書きしません。別の場所に移してください。",
                en: "“\(path)” was not written by knowhow and is not overwritten. Move it somewhere else.")
        case .inTheWay(let path):
            Message(
                ja: "「\(path)」の場所に、同じ名前のフォルダー、ファイルまたはリンクがあるため書けません。移すか削除してください。",
                en: "A folder, file or link stands in the way at “\(path)”. Move or delete it.")
        case .locked(let path):
            Message(
                ja: "別の knowhow が「\(path)」に書き込んでいます。終わってから、もう一度実行してください。",
                en: "Another knowhow is writing to “\(path)”. Run again when it has finished.")
        case .brokenManifest(let path):
            Message(
                ja: "前回の記録「\(path)」が壊れています。出力先のフォルダーを空にしてから、もう一度実行してください。",
                en: "The record of the last build, “\(path)”, is damaged. Empty the output folder, then run again.")
        case .notManifest(let path):
            Message(
                ja: "「\(path)」は、公開したときの記録として読めません。前回の zip に入っている manifest.json を指定してください。",
                en: "“\(path)” is not the record of a site. Name the manifest.json that is in the zip of last time.")
        case .overlappingFolders(let output, let input):
            Message(
                ja: "出力先「\(output)」が「\(input)」と重なっています。別のフォルダーを指定してください。",
                en: "The output folder “\(output)” overlaps “\(input)”. Name another folder.")
        case .fileInFolder(let file, let folder):
            Message(
                ja: "「\(file)」は、フォルダー「\(folder)」の中には書き出せません。外の場所を指定してください。",
                en: "“\(file)” cannot be written into the folder “\(folder)”. Name a place outside it.")
        case .taken(let path):
            Message(
                ja: "「\(path)」は、もうあります。上書きしません。別の名前を指定してください。",
                en: "“\(path)” is there already and is not overwritten. Name another file.")
        case .changedMeanwhile(let path):
            Message(
                ja: "「\(path)」は、直している間にほかで変更されたため、書き換えていません。もう一度実行してください。",
                en: "“\(path)” was changed elsewhere in the meantime and is left as it is. Run again.")
        case .noSite(let path):
            Message(
                ja: "フォルダー「\(path)」には、knowhow が作ったサイトがありません。先に knowhow build を実行してください。",
                en: "The folder “\(path)” holds no site that knowhow built. Run knowhow build first.")
        case .unfinishedSite(let path):
            Message(
                ja: "「\(path)」への書き出しが、途中で終わっています。もう一度 knowhow build を実行してください。",
                en: "A build into “\(path)” did not come to its end. Run knowhow build again.")
        case .damagedSite(let path):
            Message(
                ja: "「\(path)」が、書き出したときの内容と違います。もう一度 knowhow build を実行してください。",
                en: "“\(path)” is not as it was built. Run knowhow build again.")
        case .unrenderable(let path, let reason):
            Message(ja: "「\(path)」：\(reason.ja)", en: "“\(path)”: \(reason.en)")
        }
    }

    /// The system's reason, in words where it is a common one.
    private func reason(_ code: Int32) -> Message {
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
