import Basics

/// A workbook of a spreadsheet program (Office Open XML, ISO/IEC 29500, `.xlsx` and `.xlsm`): its sheets with the texts of their cells.
///
/// Only what a table of cases needs is read, as a person sees it: dates by their number formats, results of formulas, texts without the
/// phonetic guide that Excel keeps next to them. Macros, pictures and links to other files are not looked at.
///
/// It is our own reader, because there is no library in Swift that leaves phonetic guides out, reads the ISO form "Strict" and says at
/// which cell something is wrong.
struct Workbook: Sendable {
    /// A sheet with cells.
    struct Sheet: Sendable {
        let name: String
        /// Whether spreadsheet programs do not show it.
        let isHidden: Bool
        /// The rows that have a cell with content, in their order.
        var rows: [Row] = []
        /// The ranges that are shown as one cell.
        var merges: [Merge] = []
    }

    /// A row of a sheet.
    struct Row: Sendable {
        /// Counted from 1.
        let number: Int
        /// Whether spreadsheet programs do not show it, for instance because of a filter.
        let isHidden: Bool
        /// The cells with content, in the order of their columns.
        var cells: [Cell]
    }

    /// A cell with content.
    struct Cell: Sendable, Hashable {
        /// What kind of content a cell has.
        enum Kind: Sendable, Hashable {
            case text, number, date, truth
            /// An error such as `#N/A`.
            case error
            /// A formula whose result is not in the file. The text is empty.
            case uncalculated
        }

        /// Counted from 0.
        let column: Int
        let kind: Kind
        /// The content as a text: a date as `2026-04-01`, with a time as `2026-04-01 9:30:00`.
        let text: String
    }

    /// A range of cells that are shown as one.
    struct Merge: Sendable, Hashable {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
    }

    /// Why a workbook cannot be read.
    enum Failure: Error, Hashable, Sendable {
        /// A part of the file is missing or not as the format has it, as after a download that broke off.
        case damaged
        /// The file asks for a password.
        case encrypted
        /// There is more in the file than a table of cases can have.
        case tooLarge
        /// The file is a workbook in the binary form (`.xlsb`).
        case binary
    }

    /// The number of rows and of columns that a sheet can have.
    static let (mostRows, mostColumns) = (1_048_576, 16_384)

    /// The sheets with cells, in their order. Sheets that are charts are left out.
    let sheets: [Sheet]
    /// Whether the file has macros, which are not run.
    let hasMacros: Bool
}

/// The name of a cell: `B7`.
struct CellName {
    /// Counted from 0.
    let column: Int
    /// Counted from 1.
    let row: Int

    /// Reads a name, also one with `$`; nil if a sheet has no such cell.
    init?(_ text: some StringProtocol) {
        var (column, row) = (0, 0)
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte & 0xDF {
            case 0x41...0x5A where row == 0 && column < 1_000_000: column = column * 26 + Int(byte & 0xDF) - 64
            default:
                guard (0x30...0x39).contains(byte), row < 10_000_000 else { return nil }
                row = row * 10 + Int(byte) - 48
            }
        }
        guard (1...Workbook.mostColumns).contains(column), (1...Workbook.mostRows).contains(row) else { return nil }
        self.column = column - 1
        self.row = row
    }
}
