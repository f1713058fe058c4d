import Basics
import Diagnostics

/// The readings of a casebook: the rows of `readings.csv`, with their locations.
///
/// The first row names the columns: 語, 読み and 備考, or `word`, `reading` and `note`, in any order. Further columns are the
/// editors' own. Every other row is a word (``ReadingPattern``) with its reading. A note with 未確認 marks a reading that nobody has
/// checked.
package struct ReadingList: Sendable {
    /// The name of the file in the content folder.
    package static let fileName = "readings.csv"
    /// What a note says of a reading that nobody has checked.
    package static let uncheckedMark = "未確認"
    /// The heads of the columns of a new file.
    package static let heads = ["語", "読み", "備考"]

    /// The indices of the columns, and how many there are.
    package struct Columns: Sendable {
        package let word: Int
        package let reading: Int
        package let note: Int?
        package let count: Int
    }

    /// A word with its reading.
    package struct Row: Sendable {
        /// The word as it is written, with what stands before and after it.
        package let word: Located<String>
        package let reading: Located<String>
        package let note: Located<String>
        /// Nil if the word or the reading has a mistake.
        package let pattern: ReadingPattern?
        /// The mistake of a word and a reading that are both there.
        let mistake: ReadingPattern.Mistake?
        let isKana: Bool

        /// Whether the note says that nobody has checked the reading.
        package var isUnchecked: Bool {
            note.value.contains(ReadingList.uncheckedMark) || note.value.lowercased().contains("unchecked")
        }
    }

    package let text: SourceText
    package let rows: [Row]
    /// Nil if a column is missing.
    package let columns: Columns?
    /// The heads of the columns that are missing.
    let missingColumns: [String]
    /// The head: the first row that is not empty.
    let head: Range<Int>
    let mistakes: [(mistake: CSVReader.Mistake, bytes: Range<Int>)]
    /// The rows that have a pattern.
    private let usableRows: [Int]
    /// Finds the words of the list.
    package let finder: ReadingFinder

    /// Reads the file.
    package init(_ text: SourceText) {
        self.text = text
        let (all, mistakes) = CSVReader.read(text)
        self.mistakes = mistakes
        let filled = all.filter { row in row.cells.contains { !Self.trimmed($0.text).isEmpty } }
        let heads = filled.first?.cells.map { foldedName($0.text) } ?? []
        head = filled.first.map { ($0.cells.first?.source.lowerBound ?? 0)..<($0.cells.last?.source.upperBound ?? 0) } ?? 0..<0
        func column(_ names: [String]) -> Int? { heads.firstIndex { names.contains($0) } }
        let word = column(["語", "言葉", "ことば", "word"])
        let reading = column(["読み", "よみ", "読み仮名", "読みがな", "よみがな", "ふりがな", "reading"])
        let note = column(["備考", "メモ", "注", "note", "notes"])
        missingColumns = [word == nil ? Self.heads[0] : nil, reading == nil ? Self.heads[1] : nil].compactMap { $0 }
        var rows: [Row] = []
        columns = word.flatMap { word in
            reading.map { Columns(word: word, reading: $0, note: note, count: filled.first?.cells.count ?? 0) }
        }
        if let word, let reading {
            rows.reserveCapacity(filled.count)
            for row in filled.dropFirst() {
                func cell(_ column: Int?) -> Located<String> {
                    let end = row.cells.last?.source.upperBound ?? 0
                    guard let column, column < row.cells.count else { return Located("", end..<end) }
                    return Located(Self.trimmed(row.cells[column].text), row.cells[column].source)
                }
                rows.append(Row(word: cell(word), reading: cell(reading), note: cell(note)))
            }
        }
        self.rows = rows
        usableRows = rows.indices.filter { rows[$0].pattern != nil }
        finder = ReadingFinder(rows.compactMap(\.pattern))
    }

    /// The row of a pattern of the finder.
    package func row(ofPattern index: Int) -> Int { usableRows[index] }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension ReadingList.Row {
    fileprivate init(word: Located<String>, reading: Located<String>, note: Located<String>) {
        (self.word, self.reading, self.note) = (word, reading, note)
        isKana = reading.value.unicodeScalars.allSatisfy { $0.value.isHiragana || $0.value.isKatakana }
        guard !word.value.isEmpty, !reading.value.isEmpty else {
            (pattern, mistake) = (nil, nil)
            return
        }
        switch ReadingPattern.read(word.value, reading: reading.value) {
        case .success(let pattern): (self.pattern, mistake) = (isKana ? pattern : nil, nil)
        case .failure(let mistake): (pattern, self.mistake) = (nil, mistake)
        }
    }
}
