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
    func text() -> [UInt8] {
        var lines = [
            "サイトの変更一覧", "", "追加：\(added.count)ファイル", "変更：\(changed.count)ファイル", "削除：\(removed.count)ファイル", "",
        ]
        if added.isEmpty, changed.isEmpty, removed.isEmpty {
            lines += ["変更はありません。アップロードは不要です。", ""]
        } else {
            lines += [
                "次の順に作業してください。この順なら、作業の途中でサイトを見ている人にも、リンク切れは起きません。", "",
                "1. 「追加」のファイルを、site フォルダーから公開先の同じ場所にアップロードします。",
                "2. 「変更」のファイルを、site フォルダーから公開先の同じ場所にアップロードし、上書きします。",
                "3. 「削除」のファイルを、公開先から削除します。", "",
            ]
        }
        for (heading, paths) in [("追加", added), ("変更", changed), ("削除", removed)] where !paths.isEmpty {
            lines += ["【\(heading)】\(paths.count)ファイル"] + paths + [""]
        }
        return Array("\u{FEFF}\(lines.joined(separator: "\r\n"))".utf8)
    }

    /// The list as CSV with the columns 区分, ファイル, サイズ（バイト）, SHA-256. A removed file has neither size nor digest.
    func table(_ packed: [PackedFile]) -> [UInt8] {
        let files = Dictionary(packed.map { ($0.path, $0) }) { $1 }
        var csv = CSVWriter()
        csv.row(["区分", "ファイル", "サイズ（バイト）", "SHA-256"])
        for (kind, paths) in [("追加", added), ("変更", changed), ("削除", removed)] {
            for path in paths {
                let file = files[path]
                csv.row([kind, path, file.map { String($0.size) } ?? "", file?.digest ?? ""])
            }
        }
        return csv.bytes
    }
}
