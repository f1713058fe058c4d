import Diagnostics

/// A problem with a cell of a table, told with the cell's row, column and address as spreadsheets show them.
struct CellProblem: Problem {
    let id: String
    let severity: Severity
    let message: Message
    let allowed: [String]
    let suggestions: [String]

    /// - Parameters:
    ///   - row: As spreadsheets count rows, from 1.
    ///   - column: From 0.
    ///   - heading: The column's; nil where it has none.
    init(_ problem: some Problem, row: Int, column: Int, heading: String?) {
        id = problem.id
        severity = problem.severity
        message = Self.message(problem.message, row, column, heading)
        allowed = problem.allowed
        suggestions = problem.suggestions
    }

    /// What was told of a file made of the table.
    init(_ diagnostic: Diagnostic, row: Int, column: Int, heading: String?) {
        id = diagnostic.id
        severity = diagnostic.severity
        message = Self.message(diagnostic.message, row, column, heading)
        allowed = diagnostic.allowed
        suggestions = diagnostic.suggestions
    }

    private static func message(_ message: Message, _ row: Int, _ column: Int, _ heading: String?) -> Message {
        let address = "\(letters(column))\(row)"
        return Message(
            ja: heading.map { "\(row)行目の「\($0)」（\(address)）: " + message.ja } ?? "\(row)行目（\(address)）: " + message.ja,
            en: heading.map { "Row \(row), “\($0)” (\(address)): " + message.en } ?? "Row \(row) (\(address)): " + message.en)
    }

    /// A column as spreadsheets name it: A … Z, AA …
    static func letters(_ column: Int) -> String {
        var (rest, letters) = (column, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
