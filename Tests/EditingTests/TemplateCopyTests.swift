import Basics
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Editing
@testable import Publishing

/// The templates inside the program, and copies of them.
@Suite struct TemplateCopyTests {
    private let folder: TemporaryFolder
    private var templates: String { "\(folder.path)/templates" }

    init() throws { folder = try TemporaryFolder() }

    @Test func theTemplatesInsideAreThoseOfTheRepository() throws {
        let files = try TemporaryFolder.files(in: "\(Repository.root)/templates").filter { !$0.key.contains("/.") }
        #expect(BuiltInTemplates.files.map(\.path) == files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for file in BuiltInTemplates.files { #expect(files[file.path] == Data(file.bytes), "\(file.path)") }
    }

    @Test func theSiteIsTheSameWithBoth() throws {
        let content = "\(Repository.root)/Tests/Fixtures/every-feature/content"
        var sites: [[String: Data]] = []
        for (name, templates) in [("a", "\(Repository.root)/templates"), ("b", nil)] {
            let sources = try SiteSources.load(content: content, templates: templates, jobs: 2)
            _ = try #require(SiteBuild(sources, output: "\(folder.path)/\(name)", jobs: 2)).run()
            sites.append(try TemporaryFolder.files(in: "\(folder.path)/\(name)"))
        }
        #expect(sites[0] == sites[1] && sites[0].count > 50)
    }

    @Test func templatesNextToTheContentAreFound() throws {
        #expect(TemplateFolder.path(nextTo: "\(folder.path)/content") == nil)
        try folder.write("", to: "templates/x")
        try folder.write("", to: "content/x")
        #expect(TemplateFolder.path(nextTo: "\(folder.path)/content") == templates)
        #expect(TemplateFolder.path(nextTo: "\(folder.path)/content/.") == "\(folder.path)/content/./../templates")
        #expect(TemplateFolder.path(nextTo: "\(folder.path)/other/content") == nil)
    }

    @Test func aCopyHoldsTheSameFiles() throws {
        try TemplateCopy.write(to: templates)
        var files = try TemporaryFolder.files(in: templates)
        #expect(files.removeValue(forKey: TemplateCopy.record) != nil)
        #expect(files == Dictionary(uniqueKeysWithValues: BuiltInTemplates.files.map { ($0.path, Data($0.bytes)) }))
        #expect(OldTemplates.find(in: templates).isEmpty)
        #expect(try TemporaryFolder.files(in: folder.path).keys.allSatisfy { $0.hasPrefix("templates/") })
    }

    @Test func foldersWithFilesAreLeftAlone() throws {
        try folder.write("a", to: "templates/a.txt")
        #expect(throws: PublishingError.folderInUse(path: templates)) { try TemplateCopy.write(to: templates) }
        #expect(try TemporaryFolder.files(in: folder.path).keys.sorted() == ["templates/a.txt"])
    }

    @Test func aFileIsNoFolder() throws {
        try folder.write("a", to: "templates")
        #expect(throws: PublishingError.notFolder(path: templates)) { try TemplateCopy.write(to: templates) }
    }

    @Test func anEmptyFolderIsFilled() throws {
        try folder.write("", to: "templates/.DS_Store")
        try folder.write("", to: "templates/.git/config")
        #expect(try TemplateCopy.write(to: templates) == BuiltInTemplates.files.count)
        #expect(folder.exists("templates/.git/config") && folder.exists("templates/layouts/home.mustache"))
    }

    @Test func nothingIsLeftIfAFileIsInTheWay() throws {
        try folder.write("mine", to: "templates/\(TemplateCopy.record)")
        #expect(throws: PublishingError.taken(path: "\(templates)/\(TemplateCopy.record)")) {
            try TemplateCopy.write(to: templates)
        }
        #expect(try TemporaryFolder.files(in: folder.path).keys.sorted() == ["templates/\(TemplateCopy.record)"])
        #expect(try folder.text(of: "templates/\(TemplateCopy.record)") == "mine")
    }
}

/// Copies of templates that are older than those inside the program.
@Suite struct OldTemplatesTests {
    private let folder: TemporaryFolder
    private let current = CopyRecord(version: "2.0.0", hashes: ["assets/a.css": hash("new"), "layouts/b.mustache": hash("b")])

    init() throws { folder = try TemporaryFolder() }

    private static func hash(_ text: String) -> UInt64 { ContentHash(Array(text.utf8)).value }

    /// Writes a copy and returns what is said about it.
    private func found(copiedFrom originals: [String: String], now files: [String: String]) throws -> [Diagnostic]? {
        try folder.write(CopyRecord(version: "1.0.0", hashes: originals.mapValues(Self.hash)).text, to: TemplateCopy.record)
        for (path, text) in files { try folder.write(text, to: path) }
        return OldTemplates.find(in: folder.path, current: current)
    }

    @Test func changedOriginalsAreNamed() throws {
        let original = ["assets/a.css": "old", "layouts/b.mustache": "b", "partials/c.mustache": "c"]
        let problems = try #require(try found(copiedFrom: original, now: original))
        #expect(problems.map(\.id) == ["old-templates"] && problems.map(\.severity) == [.warning])
        #expect(problems[0].path == "\(folder.path)/.knowhow-templates")
        #expect(
            problems[0].message.en.hasPrefix(
                "These templates were copied from knowhow “1.0.0” and are older than those of this knowhow"
                    + " (changed: `assets/a.css`; removed: `partials/c.mustache`)."))
    }

    @Test func newTemplatesAreNamed() throws {
        let original = ["layouts/b.mustache": "b"]
        let problems = try #require(try found(copiedFrom: original, now: original))
        #expect(problems[0].message.ja.contains("（増えたもの：`assets/a.css`）"))
    }

    @Test func ownChangesAreNotOld() throws {
        let original = ["assets/a.css": "new", "layouts/b.mustache": "b"]
        #expect(try found(copiedFrom: original, now: ["assets/a.css": "mine", "own.css": "mine"]) == nil)
    }

    @Test func changedOriginalsOfChangedFilesAreNamed() throws {
        let original = ["assets/a.css": "old", "layouts/b.mustache": "b"]
        #expect(try found(copiedFrom: original, now: ["assets/a.css": "mine"])?.count == 1)
    }

    @Test func filesReplacedWithTheNewOriginalAreNotOld() throws {
        let original = ["assets/a.css": "old", "layouts/b.mustache": "b", "partials/c.mustache": "c"]
        // The removed one was deleted, the changed one was replaced.
        #expect(try found(copiedFrom: original, now: ["assets/a.css": "new", "layouts/b.mustache": "b"]) == nil)
    }

    @Test func foldersWithoutARecordAreNoCopies() throws {
        try folder.write("old", to: "assets/a.css")
        #expect(OldTemplates.find(in: folder.path, current: current) == nil)
        for text in ["", "# something else\n", "# knowhow 1.0.0\nnot a hash assets/a.css\n"] {
            try folder.write(text, to: TemplateCopy.record)
            #expect(OldTemplates.find(in: folder.path, current: current) == nil, "\(text)")
        }
    }

    @Test func aRecordIsReadAsItWasWritten() {
        let record = CopyRecord(version: "1.2.3", hashes: ["a b.css": 1, "c": .max])
        let read = CopyRecord(record.text)
        #expect(read?.version == "1.2.3" && read?.hashes == record.hashes)
    }
}
