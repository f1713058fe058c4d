import Diagnostics

/// What a check accepts, and fixing changes to the usual form.
package enum Tidying: Problem, Hashable {
    /// The file starts with a byte order mark.
    case byteOrderMark
    /// Lines end with CR LF or CR.
    case carriageReturns
    /// A term named by another of its names than its label.
    case otherTermName(label: String)

    package var id: String {
        switch self {
        case .byteOrderMark: "byte-order-mark"
        case .carriageReturns: "carriage-returns"
        case .otherTermName: "other-term-name"
        }
    }

    package var severity: Severity { .warning }

    package var message: Message {
        switch self {
        case .byteOrderMark: Message(ja: "先頭にBOMがあります", en: "The file starts with a byte order mark")
        case .carriageReturns: Message(ja: "改行がWindowsの形式（CRLF）です", en: "The lines end as on Windows (CRLF)")
        case .otherTermName(let label): Message(ja: "正式な名前は「\(label)」です", en: "The label is “\(label)”")
        }
    }

    /// What the fix did.
    package var fixSummary: Message {
        switch self {
        case .byteOrderMark: Message(ja: "先頭のBOMを取りました", en: "Removed the byte order mark")
        case .carriageReturns: Message(ja: "改行をLFにそろえました", en: "Ended all lines with LF")
        case .otherTermName: Message(ja: "正式な名前にしました", en: "Replaced the name with the term's label")
        }
    }

    /// One of each kind, so that all ids and both languages can be gone through.
    package static let examples: [Self] = [.byteOrderMark, .carriageReturns, .otherTermName(label: "ハローワーク")]

    /// The unusual forms in which bytes of UTF-8 are stored.
    package static func ofStorage(_ bytes: [UInt8]) -> [Tidying] {
        (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [.byteOrderMark] : [])
            + (bytes.contains(0x0D) ? [.carriageReturns] : [])
    }
}
