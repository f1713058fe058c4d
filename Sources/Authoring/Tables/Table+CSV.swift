import CasebookLoading
import Diagnostics

extension Table {
    /// Reads the rows of a CSV file, and the problems of its quotation marks.
    static func readCSV(_ text: SourceText) -> (rows: [Row], diagnostics: [Diagnostic]) {
        let (rows, mistakes) = CSVReader.read(text)
        return (
            rows.enumerated().map { number, row in
                let cells = row.cells.enumerated().map { Cell(text: $1.text, column: $0, source: $1.source) }
                return Row(number: number + 1, line: row.line, cells: cells)
            },
            mistakes.map { mistake, bytes in
                let problem: ImportProblem = mistake == .unclosedCell ? .unclosedCell : .textAfterQuote
                return Diagnostic(problem, path: text.path, range: text.range(ofBytes: bytes))
            }
        )
    }
}
