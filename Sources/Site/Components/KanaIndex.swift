import Basics
import CasebookModel

/// An index in 五十音 order, divided into the rows of the kana table.
enum KanaIndex {
    /// Returns the anchor of a row; nil is the row of readings that start with no kana.
    static func anchor(of row: KanaRow?) -> String { "row-\(row?.rawValue ?? "other")" }

    /// Returns the heading of a row; nil is the row of readings that start with no kana.
    static func heading(of row: KanaRow?) -> String { row?.label ?? "その他" }
}
