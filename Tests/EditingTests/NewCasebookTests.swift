import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Editing
@testable import Publishing

@Suite struct NewCasebookTests {
    private let folder: TemporaryFolder
    private var casebook: String { "\(folder.path)/casebook" }

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: Language.allCases)
    func samplesAreReportedAndNothingElse(language: Language) throws {
        try NewCasebook.ofSamples(in: language).write(to: casebook)
        let sources = try SiteSources.load(content: "\(casebook)/content", templates: nil, jobs: 1)
        #expect(sources.diagnostics.map(\.id) == ["sample-case", "sample-case"])
        let build = try #require(SiteBuild(sources, output: "\(folder.path)/site", jobs: 1))
        #expect(try build.run().cases == 2)
        #expect(NewCasebook.ofSamples(in: language).diagnostics.map(\.id) == ["sample-case", "sample-case"])
    }

    @Test func theGuideIsInTheLanguage() throws {
        for (language, isJapanese) in [(Language.ja, true), (.en, false)] {
            let path = "\(language.rawValue)/content/README.md"
            try NewCasebook.ofSamples(in: language).write(to: "\(folder.path)/\(language.rawValue)")
            let guide = try folder.text(of: path)
            #expect(guide.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) } == isJapanese)
            #expect(!guide.contains("<!-- keys") && !guide.contains("<!-- messages") && guide.contains("`base_url`"))
            #expect(guide.contains("`unknown-term`") == isJapanese)
        }
    }

    @Test func aTableWithProblemsWritesNothing() throws {
        try folder.write("a,b\nx,x\nx,x\n", to: "a.csv")
        let (new, problems) = try NewCasebook.read(table: "\(folder.path)/a.csv", in: .ja, encoding: nil)
        #expect(new == nil && problems.map(\.id) == ["missing-column"])
    }

    @Test func aTableBecomesACasebookWithAGuideAndAPage() throws {
        try folder.write("題名,色,形\nあ,赤,丸\nい,赤,丸\n", to: "表.csv")
        let new = try #require(try NewCasebook.read(table: "\(folder.path)/表.csv", in: .ja, encoding: nil).casebook)
        #expect(new.caseCount == 2 && new.decisions.count == 3 && new.diagnostics.isEmpty)
        try new.write(to: casebook)
        #expect(
            try TemporaryFolder.files(in: "\(casebook)/content").keys.sorted() == [
                "README.md", "casebook.yml", "cases/c001.md", "cases/c002.md", "group1/term1.md", "group2/term1.md",
                "pages/about.md",
            ])
        #expect(throws: PublishingError.folderInUse(path: casebook)) { try new.write(to: casebook) }
    }

    @Test func theEditorsGuideOfThisRepositoryIsNotUsed() throws {
        #expect(!BuiltInStarter.files(in: .ja).contains { String(decoding: $0.bytes, as: UTF8.self).contains("script/") })
    }
}
