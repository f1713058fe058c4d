import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// Compares whole casebooks with recorded sites and messages, to the byte. `KNOWHOW_RECORD=1` records them again.
@Suite struct GoldenTests {
    @Test func casebookWithEveryFeature() throws {
        let built = try TemporaryFolder()
        try Repository.build("every-feature", into: "\(built.path)/site")
        let expected = "\(Repository.fixture("every-feature"))/expected"
        if Repository.isRecording {
            try? FileManager.default.removeItem(atPath: expected)
            try FileManager.default.copyItem(atPath: "\(built.path)/site", toPath: expected)
        }
        let (actual, known) = (
            try TemporaryFolder.files(in: "\(built.path)/site"), try TemporaryFolder.files(in: expected)
        )
        let difference = FolderDifference(from: known, to: actual)
        let isEqual = difference.isEmpty
        #expect(isEqual, "\(difference)")
    }

    @Test(arguments: ["every-error", "every-error-2", "every-error-3", "every-error-4", "every-mark"], Language.allCases)
    func casebooksWithEveryError(name: String, language: Language) throws {
        let fixture = Repository.fixture(name)
        let sources = try SiteSources.load(
            content: "\(fixture)/content", templates: "\(Repository.fixture("every-feature"))/templates", jobs: 2)
        #expect(sources.plan() == nil)
        let messages = DiagnosticFormat.text.format(sources.diagnostics, in: language)
            .replacing("\(fixture)/", with: "")
        let file = URL(filePath: "\(fixture)/expected.\(language.rawValue).txt")
        if Repository.isRecording { try Data(messages.utf8).write(to: file) }
        let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let difference = TextDifference(from: expected, to: messages, path: file.lastPathComponent)
        let isEqual = messages == expected
        #expect(isEqual, "\(difference.description(limit: 60))")
    }

    @Test func templatesWithErrorsStopTheBuild() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: "\(Repository.fixture("every-feature"))/templates", toPath: "\(folder.path)/templates")
        try folder.write("<h1>{{titel}}</h1>\n{{>nowhere}}\n", to: "templates/layouts/home.mustache")
        let sources = try SiteSources.load(
            content: "\(Repository.fixture("every-feature"))/content", templates: "\(folder.path)/templates", jobs: 2)
        #expect(sources.plan() == nil)
        let found = sources.diagnostics.map { "\($0.id) \($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0)" }
        #expect(found.count == 2)
        #expect(found.contains { $0.hasSuffix(" 1:7") })
        #expect(found.contains { $0.hasSuffix(" 2:4") })
        #expect(sources.diagnostics.first?.suggestions == ["title"])
    }

    @Test func privateDraftAndWithdrawnTextsAreInNoFile() throws {
        let built = try TemporaryFolder()
        try Repository.build("every-feature", into: "\(built.path)/site")
        for (path, bytes) in try TemporaryFolder.files(in: "\(built.path)/site") {
            let text = String(decoding: bytes, as: UTF8.self)
            for marker in ["SECRET-MARKER", "DRAFT-MARKER", "WITHDRAWN-MARKER"] {
                #expect(!text.contains(marker), "\(marker) in \(path)")
            }
        }
        try Repository.build("every-feature", into: "\(built.path)/drafts", includingDrafts: true)
        let drafts = TemporaryFolder.self
        let draft = try drafts.files(in: "\(built.path)/drafts")["cases/c004.html"]
        let text = String(decoding: draft ?? Data(), as: UTF8.self)
        #expect(text.contains("DRAFT-MARKER"))
        #expect(text.contains("noindex"))
        #expect(!text.contains("SECRET-MARKER"))
    }
}
