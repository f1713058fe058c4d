import Basics
import Diagnostics

/// Everything that can be wrong with a table of cases as a table. What is wrong with a case in it, rules find.
public enum ImportProblem: Problem, Hashable {
    /// A spreadsheet's own file.
    case spreadsheet(SpreadsheetFile)
    /// A byte that is no text in the encoding that the file was read in.
    case unreadableBytes(byte: UInt8, encoding: CSVEncoding, guess: EncodingGuess?)
    /// The bytes are valid in both encodings.
    case ambiguousEncoding
    /// There is not one heading.
    case emptyTable
    /// There is nothing below the headings.
    case noRows
    /// Another sign than a comma stands between the cells.
    case wrongSeparator(tab: Bool)
    /// A quotation mark that nothing closes.
    case unclosedCell
    /// Something between a closing quotation mark and the next comma.
    case textAfterQuote
    /// A heading that is no column's.
    case unknownColumn(heading: String, allowed: [String])
    /// A heading, or another name of the same column, once more.
    case duplicateColumn(heading: String)
    /// A column that every case needs is not there.
    case missingColumn(heading: String)
    /// A value to the right of the headings, or under an empty one.
    case namelessCell
    /// A cell that must have a value.
    case emptyCell
    /// A character that only one computer knows.
    case privateUse(scalar: UInt32)
    /// A status that there is not.
    case unknownStatus(value: String)
    /// Another row has the title.
    case repeatedTitle(title: String, row: Int)
    /// A case that there is has the title.
    case takenTitle(title: String, path: String)

    public var id: String {
        switch self {
        case .spreadsheet: "spreadsheet-file"
        case .unreadableBytes: "unreadable-table"
        case .ambiguousEncoding: "ambiguous-encoding"
        case .emptyTable: "empty-table"
        case .noRows: "no-rows"
        case .wrongSeparator: "wrong-separator"
        case .unclosedCell: "unclosed-cell"
        case .textAfterQuote: "text-after-quote"
        case .unknownColumn: "unknown-column"
        case .duplicateColumn: "duplicate-column"
        case .missingColumn: "missing-column"
        case .namelessCell: "nameless-cell"
        case .emptyCell: "empty-cell"
        case .privateUse: "private-use-character"
        case .unknownStatus: "unknown-status"
        case .repeatedTitle: "repeated-title"
        case .takenTitle: "taken-title"
        }
    }

    public var allowed: [String] {
        switch self {
        case .unknownColumn(_, let allowed): suggestions.isEmpty ? allowed : []
        case .unknownStatus: ["下書き", "公開", "取り下げ"]
        default: []
        }
    }

    public var suggestions: [String] {
        if case .unknownColumn(let heading, let allowed) = self { nearest(to: heading, among: allowed) } else { [] }
    }

    /// One of each kind, so that all ids and both languages can be gone through.
    public static var examples: [Self] {
        [
            .spreadsheet(.xlsx), .unreadableBytes(byte: 0x80, encoding: .utf8, guess: .eucJP), .ambiguousEncoding, .emptyTable,
            .noRows, .wrongSeparator(tab: true), .unclosedCell, .textAfterQuote,
            .unknownColumn(heading: "分類", allowed: ["分野"]), .duplicateColumn(heading: "題名"),
            .missingColumn(heading: "題名"), .namelessCell, .emptyCell, .privateUse(scalar: 0xE000),
            .unknownStatus(value: "公表"),
            .repeatedTitle(title: "題名", row: 2), .takenTitle(title: "題名", path: "content/cases/c001.md"),
        ]
    }
}
