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

    /// They come after all sections, the last of which is missing here; what only the data have is not searched.
    @Test func textsOfFieldsAreSearched() throws {
        let plain = try text(SmallCasebook())
        #expect(plain == "必要でした。\n\n工夫しました。")
        #expect(try text(SmallCasebook().withFields) == plain)
        #expect(try text(SmallCasebook().withFields.withLines("place: 北区\nmembers: 12\nledger: A1")) == plain + "\n\n\n\n北区")
    }
}
