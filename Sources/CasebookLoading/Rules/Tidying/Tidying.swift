import Basics
import Diagnostics

/// What a check accepts, and fixing changes to the usual form.
package enum Tidying: Problem, Hashable {
    /// The file starts with a byte order mark.
    case byteOrderMark
    /// Lines end with CR LF or CR.
    case carriageReturns
    /// Characters are written as a letter and a mark, as Macs name files: `か` and U+3099 for `が`.
    case decomposed
    /// A term named by another of its names than its label.
    case otherTermName(label: String)

    package var id: String {
        switch self {
        case .byteOrderMark: "byte-order-mark"
        case .carriageReturns: "carriage-returns"
        case .decomposed: "decomposed-characters"
        case .otherTermName: "other-term-name"
        }
    }

    package var severity: Severity { .warning }

    package var message: Message {
        switch self {
        case .byteOrderMark: Message(ja: "先頭にBOMがあります", en: "The file starts with a byte order mark")
        case .carriageReturns: Message(ja: "改行がWindowsの形式（CRLF）です", en: "The lines end as on Windows (CRLF)")
        case .decomposed:
            Message(ja: "濁点などが別の文字になっています", en: "Letters and their marks are separate characters")
        case .otherTermName(let label): Message(ja: "正式な名前は「\(label)」です", en: "The label is “\(label)”")
        }
    }

    /// What the fix did.
    package var fixSummary: Message {
        switch self {
        case .byteOrderMark: Message(ja: "先頭のBOMを取りました", en: "Removed the byte order mark")
        case .carriageReturns: Message(ja: "改行をLFにそろえました", en: "Ended all lines with LF")
        case .decomposed:
            Message(ja: "別の文字になっていた濁点などを、一つの文字にまとめました", en: "Joined letters and their marks")
        case .otherTermName: Message(ja: "正式な名前にしました", en: "Replaced the name with the term's label")
        }
    }

    /// One of each kind, so that all ids and both languages can be gone through.
    package static let examples: [Self] = [
        .byteOrderMark, .carriageReturns, .decomposed, .otherTermName(label: "ハローワーク"),
    ]

    /// The unusual forms in which bytes of UTF-8 are stored.
    package static func ofStorage(_ bytes: [UInt8]) -> [Tidying] {
        (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [.byteOrderMark] : [])
            + (bytes.contains(0x0D) ? [.carriageReturns] : []) + (isDecomposed(bytes) ? [.decomposed] : [])
    }

    private static func isDecomposed(_ bytes: [UInt8]) -> Bool {
        guard bytes.withUnsafeBufferPointer(ByteScan.init).mayNeedNormalizing else { return false }
        return !String(decoding: bytes, as: UTF8.self).composedKeepingCharacters.utf8.elementsEqual(bytes)
    }
}
