import CasebookModel
import CasebookLoading
import Authoring
import Foundation
import TestSupport
import Testing

@Suite struct FrontMatterSchemaTests {
    /// `knowhow schema` writes it anew.
    @Test func theCommittedFileIsWhatTheContentAsksFor() throws {
        let (casebook, _) = CasebookReader.read(
            files: try FixtureFolder.files(in: "content"), images: [], includingDrafts: true)
        let schema = FrontMatterSchema(try #require(casebook)).json
        let file = FixtureFolder.repository.appending(path: "content/.schema/case.schema.json")
        #expect(String(decoding: schema, as: UTF8.self) == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }

    @Test func everyKeyIsDescribed() throws {
        let casebook = try #require(SmallCasebook().read().casebook)
        let parsed = try JSONSerialization.jsonObject(with: Data(FrontMatterSchema(casebook).json)) as? [String: Any]
        let properties = try #require(parsed?["properties"] as? [String: [String: Any]])
        #expect(Set(properties.keys) == Set(Field.ofCases.map(\.key) + ["category", "organization", "actors"]))
        for (key, property) in properties { #expect((property["description"] as? String)?.isEmpty == false, "\(key)") }
        #expect(parsed?["required"] as? [String] == ["title", "category", "organization"])
    }
}
