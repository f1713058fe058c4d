@testable import CasebookModel
@testable import Authoring
import Diagnostics
import Testing

/// RFC 4180, section 2, by its numbers, and what is written against it.
@Suite struct CSVReaderTests {
    @Test(arguments: [
        // 1. each record on a line, ended by a line break
        ("aaa,bbb,ccc\nzzz,yyy,xxx\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        // 2. the last one may have none
        ("aaa,bbb,ccc\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        // 4. spaces are part of a cell, and the last is followed by no comma
        ("aaa, b b ,ccc", [["aaa", " b b ", "ccc"]]),
        ("a,,", [["a", "", ""]]),
        // 5. cells in quotes
        ("\"aaa\",\"bbb\",\"ccc\"\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        ("\"\",b", [["", "b"]]),
        // 6. line breaks, quotes and commas in them
        ("\"aaa\",\"b\nbb\",\"c,c\"\nzzz,yyy,xxx", [["aaa", "b\nbb", "c,c"], ["zzz", "yyy", "xxx"]]),
        // 7. a quote in quotes is doubled
        ("\"aaa\",\"b\"\"bb\",\"\"\"\"", [["aaa", "b\"bb", "\""]]),
        // a quote inside a plain cell stands for itself
        ("5\" disk,b", [["5\" disk", "b"]]),
        // empty lines are rows
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("", []),
    ])
    func cells(csv: String, expected: [[String]]) {
        let (rows, diagnostics) = read(csv)
        #expect(rows.map { $0.cells.map(\.text) } == expected)
        #expect(diagnostics == [])
        #expect(rows.map(\.number) == Array(1...max(1, expected.count)).prefix(expected.count).map(\.self))
    }

    @Test func aQuoteThatNothingCloses() {
        let (rows, diagnostics) = read("題名,文\n一つ目,\"文が続く\n二つ目,文")
        #expect(rows.map { $0.cells.map(\.text) } == [["題名", "文"], ["一つ目", "文が続く\n二つ目,文"]])
        #expect(diagnostics.map(place) == ["unclosed-cell 2:5"])
    }

    @Test func textBehindAQuote() {
        let (rows, diagnostics) = read("\"a\"b,c\n\"d\" ,e\n\"f\",g")
        #expect(rows.map { $0.cells.map(\.text) } == [["ab", "c"], ["d ", "e"], ["f", "g"]])
        #expect(diagnostics.map(place) == ["text-after-quote 1:4", "text-after-quote 2:4"])
    }

    private func read(_ csv: String) -> (rows: [Table.Row], diagnostics: [Diagnostic]) {
        Table.readCSV(SourceText(path: "form.csv", utf8: Array(csv.utf8)))
    }

    private func place(_ diagnostic: Diagnostic) -> String {
        "\(diagnostic.id) \(diagnostic.range?.start.line ?? 0):\(diagnostic.range?.start.column ?? 0)"
    }
}
