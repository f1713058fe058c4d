import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct SiteBuildTests {
    /// A copy of the small casebook to change.
    private func copy() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for part in ["content", "templates"] {
            try FileManager.default.copyItem(
                atPath: "\(Repository.fixture("every-feature"))/\(part)", toPath: "\(folder.path)/\(part)")
        }
        return folder
    }

    @discardableResult
    private func build(_ folder: TemporaryFolder) throws -> BuildSummary {
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 2)
        return try #require(SiteBuild(sources, output: "\(folder.path)/site", jobs: 2)).run()
    }

    @Test func unchangedFilesAreNotWritten() throws {
        let folder = try copy()
        let first = try build(folder)
        #expect(first.added.count == first.files)
        let page = "\(folder.path)/site/cases/c002.html"
        let old = Date(timeIntervalSince1970: 1_000_000_000)
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: page)
        let second = try build(folder)
        #expect(second.unchanged == second.files)
        #expect(try FileManager.default.attributesOfItem(atPath: page)[.modificationDate] as? Date == old)
    }

    @Test func changedFilesAreReplacedAndOldOnesRemoved() throws {
        let folder = try copy()
        try build(folder)
        try folder.write("stray", to: "site/photo.jpg")
        try folder.write("example.org", to: "site/cases/CNAME")
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/cases/c002.md")
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/easy/c002.md")
        let about = try folder.text(of: "content/cases/c001.md").replacing("c002.md", with: "c003.md")
        try folder.write(about, to: "content/cases/c001.md")
        let summary = try build(folder)
        // The texts and the dates.
        #expect(summary.removed.count { $0.hasPrefix("search/") } == 2)
        let removed = summary.removed.filter { !$0.hasPrefix("search/") }
        #expect(removed == ["actors/unstated.html", "cases/c002.html", "compare/strengths.html", "easy/c002.html"])
        #expect(summary.changed.contains("cases/c001.html"))
        #expect(!folder.exists("site/cases/c002.html"))
        #expect(folder.exists("site/photo.jpg"))
        #expect(folder.exists("site/cases/CNAME"))
        let clean = try TemporaryFolder()
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 1)
        _ = try #require(SiteBuild(sources, output: clean.path, jobs: 1)).run()
        var files = try TemporaryFolder.files(in: "\(folder.path)/site")
        files["photo.jpg"] = nil
        files["cases/CNAME"] = nil
        #expect(files == (try TemporaryFolder.files(in: clean.path)))
    }

    @Test func filesInPartsDependOnNeitherThreadsNorOldFiles() throws {
        let folder = try copy()
        let text = try folder.text(of: "content/cases/c002.md")
        for number in 200..<350 { try folder.write(text, to: "content/cases/c\(number).md") }
        func build(_ output: String, jobs: Int) throws -> BuildSummary {
            let sources = try SiteSources.load(
                content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: jobs)
            return try #require(SiteBuild(sources, output: "\(folder.path)/\(output)", jobs: jobs)).run()
        }
        _ = try build("one", jobs: 1)
        _ = try build("three", jobs: 3)
        #expect(try build("three", jobs: 3).changed == [])
        try folder.write(text + "\n最後の行。\n", to: "content/cases/c300.md")
        let large = ["data/cases.csv", "data/cases.json", "llms-full.txt"]
        #expect(Set(try build("three", jobs: 3).changed).isSuperset(of: large))
        _ = try build("clean", jobs: 1)
        let files = try ["three", "clean", "one"].map { try TemporaryFolder.files(in: "\(folder.path)/\($0)") }
        #expect(files[0] == files[1])
        #expect(files[0] != files[2])
    }

    @Test func errorsInTheContentChangeNoFile() throws {
        let folder = try copy()
        try build(folder)
        let before = try TemporaryFolder.files(in: "\(folder.path)/site")
        try folder.write("---\ntitle: x\n---\n", to: "content/cases/c001.md")
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 2)
        #expect(SiteBuild(sources, output: "\(folder.path)/site", jobs: 2) == nil)
        #expect(try TemporaryFolder.files(in: "\(folder.path)/site") == before)
    }

    @Test func outputFolderWithOtherFilesIsRefused() throws {
        let folder = try copy()
        try folder.write("mine", to: "site/index.html")
        #expect(throws: PublishingError.foreignFolder(path: "\(folder.path)/site")) { try build(folder) }
        #expect(try folder.text(of: "site/index.html") == "mine")
        #expect(try TemporaryFolder.files(in: "\(folder.path)/site").count == 1)
    }

    @Test func fileOfAnotherProgramIsNotOverwritten() throws {
        let folder = try copy()
        try build(folder)
        let about = try folder.text(of: "content/pages/about.md")
        try folder.write(about.replacing("aliases: [old/about.html]\n", with: ""), to: "content/pages/letter.md")
        try folder.write("mine", to: "site/letter.html")
        #expect(throws: PublishingError.foreignFile(path: "\(folder.path)/site/letter.html")) { try build(folder) }
        #expect(try folder.text(of: "site/letter.html") == "mine")
    }

    @Test func linksInTheOutputAreNotFollowed() throws {
        let folder = try copy()
        try build(folder)
        try folder.write("outside", to: "elsewhere/c001.html")
        let cases = "\(folder.path)/site/cases"
        try FileManager.default.removeItem(atPath: cases)
        try FileManager.default.createSymbolicLink(atPath: cases, withDestinationPath: "\(folder.path)/elsewhere")
        #expect(throws: PublishingError.inTheWay(path: "\(folder.path)/site/cases")) { try build(folder) }
        #expect(try folder.text(of: "elsewhere/c001.html") == "outside")
    }

    @Test func linksInTheContentAreNotFollowed() throws {
        let folder = try copy()
        try folder.write("---\ntitle: x\n---\n", to: "secret.md")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/cases/c009.md", withDestinationPath: "\(folder.path)/secret.md")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/loop", withDestinationPath: "\(folder.path)/content")
        try build(folder)
        #expect(!folder.exists("site/cases/c009.html"))
    }

    @Test func damagedManifestIsReported() throws {
        let folder = try copy()
        try build(folder)
        for text in [
            "{", "{\"version\":1,\"files\":{\"../x\":\"\"}}", "{\"version\":2,\"files\":{}}",
            "{\"version\":1,\"files\":{\"a\":\"0\"}}",
            "{\"version\":1,\"files\":{\"a\":\"\",\"a\":\"\"}}", "{\"version\":1,\"files\":{}}}",
            "{\"version\":1,\"files\":{\"a\":\"\",}}",
        ] {
            try folder.write(text, to: "site/.knowhow/manifest.json")
            #expect(throws: PublishingError.brokenManifest(path: "\(folder.path)/site/.knowhow/manifest.json")) {
                try build(folder)
            }
        }
    }

    /// A manifest that an editor has formatted again is still the record of the last build.
    @Test func reformattedManifestIsRead() throws {
        let folder = try copy()
        let files = try build(folder).files
        let path = "site/.knowhow/manifest.json"
        let text = try folder.text(of: path)
        let lines = text.split(separator: "\n")
        let reversed =
            "{ \"version\": 1, \"files\": {"
            + lines.dropFirst(3).dropLast(2).reversed().map { $0.trimming(",") }.joined(separator: " ,\r\n\t") + "}\n}"
        for other in [text.replacing(/\s/, with: ""), reversed] {
            try folder.write(other, to: path)
            #expect(try build(folder).unchanged == files)
            #expect(try folder.text(of: path) == text)
        }
    }

    @Test func outputFolderAmongTheSourcesIsRefused() throws {
        let folder = try copy()
        let content = "\(folder.path)/content"
        for output in [content, "\(content)/site", folder.path, "\(content)/../content/new"] {
            #expect(throws: PublishingError.overlappingFolders(output: output, input: content)) {
                try refuseOverlap(output: output, inputs: [content])
            }
        }
        try refuseOverlap(output: "\(folder.path)/content-site", inputs: [content])
    }

    @Test func missingFoldersAreReported() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PublishingError.folderMissing(path: "\(folder.path)/content")) { try build(folder) }
    }
}

extension Substring {
    /// The text without a character at its end.
    fileprivate func trimming(_ character: Character) -> Substring { last == character ? dropLast() : self }
}
