import Diagnostics
import Foundation
import Publishing

/// Why a file was not read or not changed. Except for ``Kind/partlyWritten(_:)``, everything is as it was before.
public struct StoreError: Error, Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
        /// The path is not that of a file of the casebook.
        case notInContent
        /// The file was deleted or renamed.
        case missing
        /// The file is not the version that was edited. This is the one that is there; nil if it changed at that very moment.
        case changed(FileVersion?)
        /// There is a file of the name already.
        case taken
        /// There is a link or a folder at the path.
        case notPlain
        case readOnly
        /// The disk is full.
        case full
        case unreadable
        case unwritable
        /// These files were changed, and the others of the set were not.
        case partlyWritten([String])
    }

    public let kind: Kind
    /// What to do, in one sentence or two.
    public let message: Message
}

extension StoreError {
    init(_ kind: Kind, at path: String) {
        let path = path.visible
        let message: Message =
            switch kind {
            case .notInContent:
                Message(
                    ja: "「\(path)」は、この事例集のファイルではありません。一覧から選び直してください。",
                    en: "“\(path)” is no file of this casebook. Choose one from the list.")
            case .missing:
                Message(
                    ja: "「\(path)」は、ほかで削除されたか、名前が変わりました。まだ保存していません。書いた文を控えてから、一覧で確かめてください。",
                    en:
                        "“\(path)” was deleted or renamed elsewhere, so nothing was saved. Keep a copy of your text, then look at the list."
                )
            case .changed:
                Message(
                    ja: "「\(path)」は、開いたあとにほかで変更されました。まだ保存していません。二つの内容を見比べて、残すほうを選んでください。",
                    en:
                        "“\(path)” was changed elsewhere after you opened it, so nothing was saved. Compare both versions and choose."
                )
            case .taken:
                Message(
                    ja: "「\(path)」というファイルが、もうあります。上書きしていません。別の名前にしてください。",
                    en: "There is a file “\(path)” already, and it was not overwritten. Choose another name.")
            case .notPlain:
                Message(
                    ja: "「\(path)」の場所にリンクかフォルダーがあるため、書き換えていません。ふつうのファイルに置き換えてください。",
                    en: "There is a link or a folder at “\(path)”, so nothing was changed. Put a plain file there.")
            case .readOnly:
                Message(
                    ja: "「\(path)」は、読み取り専用か、書き込む権限がない場所にあるため、保存できませんでした。元のファイルはそのままです。書き込めるようにしてから、もう一度保存してください。",
                    en:
                        "“\(path)” is read-only or you may not write to it, so nothing was saved and the file is as before. Allow writing, then save again."
                )
            case .full:
                Message(
                    ja: "空き容量が足りないため、「\(path)」を保存できませんでした。元のファイルはそのままです。空きを作って、もう一度保存してください。",
                    en:
                        "“\(path)” was not saved, because the disk is full. The file is as before. Free some space, then save again."
                )
            case .unreadable:
                Message(
                    ja: "「\(path)」を読めません。ファイルの場所と、読み取りの権限を確かめてください。",
                    en: "Cannot read “\(path)”. Check that it is there and that you may read it.")
            case .unwritable:
                Message(
                    ja: "「\(path)」を保存できませんでした。元のファイルはそのままです。保存先のディスクを確かめて、もう一度保存してください。",
                    en: "“\(path)” could not be saved, and is as before. Check the disk, then save again.")
            case .partlyWritten(let paths):
                Message(
                    ja: "途中で書けなくなりました。次のファイルだけが新しくなっています：\(paths.joined(separator: "、"))。前の内容は「履歴」から戻せます。",
                    en:
                        "Writing failed halfway. Only these files are new: \(paths.joined(separator: ", ")). They can be restored from the"
                        + " backups.")
            }
        self.init(kind: kind, message: message)
    }

    /// What a problem of the disk means for a file that is saved.
    init(_ error: PublishingError, at path: String) {
        switch error.kind {
        case .changedMeanwhile: self.init(.changed(nil), at: path)
        case .taken: self.init(.taken, at: path)
        case .inTheWay: self.init(.notPlain, at: path)
        case .partlyWritten(let paths): self.init(kind: .partlyWritten(paths), message: error.message)
        case .unreadable: self.init(.unreadable, at: path)
        case .unwritable(ENOSPC), .unwritable(EDQUOT): self.init(.full, at: path)
        case .unwritable(EACCES), .unwritable(EPERM), .unwritable(EROFS): self.init(.readOnly, at: path)
        case .unwritable: self.init(.unwritable, at: path)
        case .needsBuild, .other: self.init(kind: .unwritable, message: error.message)
        }
    }

    /// One example of each problem.
    static var examples: [StoreError] {
        let kinds: [Kind] = [
            .notInContent, .missing, .changed(nil), .taken, .notPlain, .readOnly, .full, .unreadable, .unwritable,
            .partlyWritten(["a", "b"]),
        ]
        return kinds.map { StoreError($0, at: "content/cases/c001.md") }
    }
}
