import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Which file of words a site uses, and what is said if there is none.
@Suite struct TemplateStringsTests {
    @Test(arguments: ["ja", "en", "en-GB", "JA"])
    func theProgramHasTheWordsOfALanguage(language: String) throws {
        #expect(try TemplateFolder.load(nil).compile(language: language).diagnostics == [])
    }

    @Test func aLanguageWithoutWordsIsReportedWhereItIsDeclared() throws {
        let settings = SourceText(path: "content/casebook.yml", utf8: Array("title: 題\nlanguage: fr # français\n".utf8))
        let found = try TemplateFolder.load(nil).compile(language: "fr") { settings }.diagnostics
        #expect(found.map(\.id) == ["missing-language"])
        #expect(found.first?.path == "content/casebook.yml")
        #expect(found.first?.range?.start == SourcePosition(line: 2, column: 11))
        #expect(found.first?.range?.end == SourcePosition(line: 2, column: 13))
        #expect(found.first?.allowed == ["en", "ja"])
    }

    @Test func aFileThatCannotBeReadIsTheOnlyProblem() throws {
        let folder = try TemporaryFolder()
        try folder.write(Data([0xFF, 0xFE, 0x80]), to: "strings/ja.yml")
        let found = try TemplateFolder.load(folder.path).compile(language: "ja").diagnostics.filter {
            $0.id != "missing-layout"
        }
        #expect(!found.isEmpty && found.allSatisfy { $0.path == "\(folder.path)/strings/ja.yml" }, "\(found.map(\.id))")
    }

    @Test func wordsOfACopyComeFirst() throws {
        let folder = try TemporaryFolder()
        try folder.write("search:\n  title: Chercher\n", to: "strings/fr.yml")
        let (library, _, found) = try TemplateFolder.load(folder.path).compile(language: "fr")
        #expect(library.strings.keys == ["search.title"])
        #expect(!found.contains { $0.id == "missing-language" } && found.contains { $0.id == "missing-string" })
    }
}
