import TestSupport
import Testing

@testable import Search

@Suite struct FieldTextTests {
    private func text(_ casebook: SmallCasebook) throws -> String {
        let casebook = try #require(casebook.read().casebook)
        var bytes: [UInt8] = []
        SearchableCases(casebook, cases: [0, 1]).appendBody(of: casebook.cases[0], to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// They come after all sections, the last of which is missing here, one line each; what only the data have is not searched.
    @Test func valuesOfFieldsAreSearched() throws {
        let plain = try text(SmallCasebook())
        #expect(plain == "必要でした。\n\n工夫しました。")
        #expect(try text(SmallCasebook().withFields) == plain)
        let filled = SmallCasebook().withFields.withLines("place: 北区\nmembers: 12\nledger: A1")
        #expect(try text(filled) == plain + "\n\n\n\n北区\n12")
    }

    /// The summary is before them.
    @Test func summariesAreSearched() throws {
        let read = SmallCasebook().withFields.withLines("summary: 机を\nplace: 北区\nmembers: 12").read()
        let casebook = try #require(read.casebook)
        let details = SearchableCases(casebook, cases: [0]).details(of: casebook.cases[0])
        #expect(
            details == [
                CaseDetail(kind: .summary, text: "机を"), CaseDetail(kind: .onCards("場所"), text: "北区"),
                CaseDetail(kind: .onPage("参加者数"), text: "12"),
            ])
        #expect(SearchableCases(casebook, cases: []).details(of: casebook.cases[1]).isEmpty)
    }
}
