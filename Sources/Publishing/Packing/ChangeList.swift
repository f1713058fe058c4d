import Basics
import Diagnostics

/// The files to upload to a host and to delete there so that it holds the current site.
public struct ChangeList: Sendable, Hashable {
    /// The paths of files that the host does not have, relative to the site's root, sorted.
    public let added: [String]
    /// The paths of files that differ, relative to the site's root, sorted.
    public let changed: [String]
    /// The paths of files that are no longer part of the site, relative to its root, sorted.
    public let removed: [String]

    /// Compares the manifest of what a host holds with that of the current site.
    public init(from old: Manifest, to new: Manifest) {
        added = new.entries.filter { old[$0.path]?.hash == nil }.map(\.path)
        changed = new.entries.filter { entry in (old[entry.path]?.hash).map { $0 != entry.hash } ?? false }.map(\.path)
        removed = old.entries.filter { new[$0.path] == nil }.map(\.path)
    }

    /// The list as a text for people: UTF-8 with a byte order mark and CR LF line ends, which every Notepad of Windows reads.
    ///
    /// - Parameter language: The language of the site, because the list goes to whoever looks after it.
    func text(in language: Language) -> [UInt8] {
        let words = { (ja: String, en: String) in language == .ja ? ja : en }
        func count(_ paths: [String]) -> String {
            words("\(paths.count)ファイル", paths.count == 1 ? "1 file" : "\(paths.count) files")
        }
        let kinds = kinds(in: language)
        let colon = words("：", ": ")
        var lines =
            [words("サイトの変更一覧", "Changes of the site"), ""] + kinds.map { "\($0.name)\(colon)\(count($0.paths))" } + [""]
        if added.isEmpty, changed.isEmpty, removed.isEmpty {
            lines += [words("変更はありません。アップロードは不要です。", "Nothing has changed. There is nothing to upload."), ""]
        } else {
            lines += [
                words(
                    "次の順に作業してください。この順なら、作業の途中でサイトを見ている人にも、リンク切れは起きません。",
                    "Follow this order. Then nobody who visits the site meanwhile meets a dead link."), "",
                words(
                    "1. 「追加」のファイルを、site フォルダーから公開先の同じ場所にアップロードします。",
                    "1. Upload the files under “Added” from the folder “site” to the same place on the host."),
                words(
                    "2. 「変更」のファイルを、site フォルダーから公開先の同じ場所にアップロードし、上書きします。",
                    "2. Upload the files under “Changed” from the folder “site” to the same place, over the old ones."),
                words("3. 「削除」のファイルを、公開先から削除します。", "3. Delete the files under “Removed” on the host."), "",
            ]
        }
        for (name, paths) in kinds where !paths.isEmpty {
            lines += [words("【\(name)】", "[\(name)] ") + count(paths)] + paths + [""]
        }
        return Array("\u{FEFF}\(lines.joined(separator: "\r\n"))".utf8)
    }

    /// The list as CSV with the columns 区分, ファイル, サイズ（バイト）, SHA-256. A removed file has neither size nor digest.
    func table(_ packed: [PackedFile], in language: Language) -> [UInt8] {
        let files = Dictionary(packed.map { ($0.path, $0) }) { $1 }
        var csv = CSVWriter()
        csv.row(
            (language == .ja ? ["区分", "ファイル", "サイズ（バイト）"] : ["Change", "File", "Size (bytes)"]) + ["SHA-256"])
        for (kind, paths) in kinds(in: language) {
            for path in paths {
                let file = files[path]
                csv.row([kind, path, file.map { String($0.size) } ?? "", file?.digest ?? ""])
            }
        }
        return csv.bytes
    }

    private func kinds(in language: Language) -> [(name: String, paths: [String])] {
        language == .ja
            ? [("追加", added), ("変更", changed), ("削除", removed)]
            : [("Added", added), ("Changed", changed), ("Removed", removed)]
    }
}
