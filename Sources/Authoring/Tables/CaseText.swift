import Diagnostics

/// The text of a case's file that is made of a row, with the column that each line comes of.
struct CaseText: Sendable {
    private var lines: [(text: String, column: Int?)] = [("---", nil)]

    /// Appends a line.
    mutating func add(_ line: String, from column: Int? = nil) {
        lines.append((line, column))
    }

    /// The column that a line comes of, counted from 1.
    func column(ofLine line: Int) -> Int? {
        line >= 1 && line <= lines.count ? lines[line - 1].column : nil
    }

    /// The whole text.
    var text: String { lines.map(\.text).joined(separator: "\n") + "\n" }
}
