import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct RealContentTests {
    @Test func readsThePublishedCollection() throws {
        let files = try FixtureFolder.files(in: "content")
        let (casebook, diagnostics) = CasebookReader.read(files: files, images: [], includingDrafts: false)
        #expect(DiagnosticFormat.text.format(diagnostics, in: .ja) == "")
        let book = try #require(casebook)
        #expect(book.cases.count == 17)
        #expect(book.taxonomies.map(\.terms.count) == [12, 16, 18, 10, 4, 4])
        #expect(book.taxonomies[0].terms.map(\.number) == Array(1...12))
        #expect(book.taxonomies[1].groups.count == 6)
        #expect(book.taxonomies[1].groups.last?.terms.upperBound == 16)
        #expect(book.cases.allSatisfy { $0.sections.map(\.definition) == [0, 1, 2] })
        #expect(book.cases[1].terms[1].map { book.taxonomies[1].terms[$0].label } == ["就労移行支援事業所"])
        #expect(book.glossary.count == 25)
        #expect(book.glossary.first?.term == "RPA" && book.glossary.last?.term == "ハローワーク")
        #expect(book.pages.map(\.slug).contains("about"))
    }
}
