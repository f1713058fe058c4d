import Diagnostics

/// The tables of a file: a CSV file has one, a workbook one per sheet with cases.
struct TableSource {
    private(set) var tables: [Table] = []
    /// Whether the file is a workbook, in which a sheet may be without cases.
    private(set) var isWorkbook = false
    /// The encoding of a CSV file.
    private(set) var encoding: CSVEncoding?
    /// What people should know although it is no problem.
    private(set) var messages: [Message] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - encoding: The encoding of a CSV file. `nil` means that it is detected.
    ///   - language: The language of the texts.
    ///   - find: Returns the tables in a workbook.
    init(_ file: SourceFile, as encoding: CSVEncoding?, in language: Language, find: (Workbook) -> SheetTables) {
        if SpreadsheetFile(path: file.path, bytes: file.bytes) == .xlsx {
            readWorkbook(file, find)
        } else {
            readText(file, encoding, language)
        }
    }

    private mutating func readWorkbook(_ file: SourceFile, _ find: (Workbook) -> SheetTables) {
        isWorkbook = true
        do throws(Workbook.Failure) {
            let found = find(try WorkbookReader.read(file.bytes))
            (tables, messages) = (found.tables, found.messages)
            if tables.isEmpty { diagnostics = [Diagnostic(ImportProblem.noCaseSheet, path: file.path)] }
        } catch {
            let problem: ImportProblem =
                switch error {
                case .damaged: .damagedWorkbook
                case .encrypted: .lockedWorkbook
                case .tooLarge: .largeWorkbook
                case .binary: .spreadsheet(.xlsb)
                }
            diagnostics = [Diagnostic(problem, path: file.path)]
        }
    }

    private mutating func readText(_ file: SourceFile, _ requested: CSVEncoding?, _ language: Language) {
        let decoded = CSVDecoder.decode(file, as: requested, in: language)
        encoding = decoded.encoding
        diagnostics = decoded.diagnostics
        guard let text = decoded.text else { return }
        let (rows, syntax) = Table.readCSV(text)
        diagnostics += syntax
        tables = [Table(path: file.path, layout: .text(text), rows: rows)]
    }
}
