import Basics
import CasebookModel

/// A row of an index: あ行 in 五十音 order, or A in alphabetical order.
struct IndexRow<Element> {
    /// The anchor of the row.
    let id: String
    let label: String
    let elements: [Element]

    /// Returns the rows of the kana table, by readings. The last row has the readings that start with no kana.
    static func byReading(_ elements: [Element], words: SiteWords, _ reading: (Element) -> String?) -> [Self] {
        KanaRow.divide(elements) { reading($0) ?? "" }.map { row, elements in
            IndexRow(id: "row-\(row?.rawValue ?? "other")", label: row?.label ?? words[.glossaryOther], elements: elements)
        }
    }

    /// Returns a row for each initial, by names. The last row has the names that start with no letter.
    static func byLetter(_ elements: [Element], words: SiteWords, _ name: (Element) -> String) -> [Self] {
        LetterKey.divide(elements, by: name).map { initial, elements in
            IndexRow(id: "row-\(initial.map(anchor) ?? "other")", label: initial ?? words[.glossaryOther], elements: elements)
        }
    }

    /// Returns an initial in lower-case ASCII.
    private static func anchor(_ initial: String) -> String {
        let lower = initial.lowercased()
        return lower.utf8.allSatisfy { $0 < 0x80 }
            ? lower : lower.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined()
    }
}
