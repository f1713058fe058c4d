import Foundation
import Publishing
import Site
import Testing

/// A build that renders only what an edit changed gives the same site as a complete build.
@Suite struct ChangedBuildTests {
    private func sources(_ folder: TemporaryFolder) throws -> SiteSources {
        try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: true, jobs: 2)
    }

    /// Builds into `site` with the record of the last build.
    @discardableResult
    private func build(_ folder: TemporaryFolder) throws -> BuildSummary? {
        let cache = BuildCache(folder: "\(folder.path)/cache")
        return try SiteBuild(try sources(folder), output: "\(folder.path)/site", jobs: 2, cache: cache)?.run()
    }

    /// Builds, and builds again after all dates of the files are set to the past, so that they show that nobody changed the files.
    private func buildWithOldDates(_ folder: TemporaryFolder) throws {
        try build(folder)
        let site = "\(folder.path)/site"
        for path in try FileManager.default.subpathsOfDirectory(atPath: site) {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: "\(site)/\(path)")
        }
        #expect(try build(folder)?.changed == [])
    }

    private func expectEqualToClean(_ folder: TemporaryFolder, _ edit: String) throws {
        let clean = try TemporaryFolder()
        _ = try #require(SiteBuild(try sources(folder), output: clean.path, jobs: 2)).run()
        let (found, expected) = (
            try TemporaryFolder.files(in: "\(folder.path)/site"), try TemporaryFolder.files(in: clean.path)
        )
        let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
        #expect(different == [], "after \(edit)")
    }

    @Test(arguments: 1...5)
    func editOfACaseRendersEveryPageThatShowsIt(number: Int) throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        let file = "content/cases/c00\(number).md"
        let original = try folder.text(of: file)
        var built = 0
        for edit in CaseEdit.all {
            for text in [edit.change(original), original] where try folder.text(of: file) != text {
                try folder.write(text, to: file)
                // If the edit makes the case invalid, nothing is built.
                guard try build(folder) != nil else { continue }
                built += 1
                try expectEqualToClean(folder, "\(edit.name) of c00\(number)")
            }
        }
        #expect(built >= 4)
    }

    @Test(arguments: [
        ("content/casebook.yml", "title: 試しの事例集", "title: 別の事例集"),
        ("content/categories/strengths.md", "label: ", "label: 新しい"),
        ("content/pages/about.md", "title: ", "title: 新しい"),
        ("content/glossary/visit.md", "term: 見学", "term: 実習"), ("content/glossary/visit.md", "見ること", "よく見ること"),
        ("content/glossary/visit.md", "yomi: けんがく", "yomi: みまなび"),
        ("templates/layouts/case.mustache", "", "x"), ("templates/layouts/home.mustache", "", "x"),
    ])
    func editOfAnythingElseRendersEveryPageThatShowsIt(file: String, old: String, new: String) throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        let text = try folder.text(of: file)
        let edited = old.isEmpty ? text + new : text.replacing(old, with: new)
        #expect(edited != text)
        try folder.write(edited, to: file)
        // Every one of these edits leaves the sources valid, so a build that writes nothing has missed the edit.
        let summary = try #require(try build(folder), "an edit of \(file) was not built")
        #expect(summary.changed != [])
        try expectEqualToClean(folder, "an edit of \(file)")
    }

    @Test func assetsImagesAndCasesAreAddedAndRemoved() throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        try folder.write("new", to: "content/images/figure.png")
        try build(folder)
        try expectEqualToClean(folder, "another image of the same name")
        try folder.write("new", to: "templates/assets/new.css")
        try build(folder)
        try expectEqualToClean(folder, "a new asset")
        try folder.write(try folder.text(of: "content/cases/c003.md"), to: "content/cases/c008.md")
        try build(folder)
        try expectEqualToClean(folder, "a new case")
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/cases/c008.md")
        try build(folder)
        try expectEqualToClean(folder, "removing a case")
    }

    /// Pages contain the size of the images that they show, so a new size changes pages whose own files are unchanged.
    @Test func newImageSizeRendersEveryPageThatShowsIt() throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        let page = { try folder.text(of: "site/cases/c001.html") }
        #expect(try page().contains(#"alt="図の説明" width="2" height="1""#))
        for (width, height) in [(640, 480), (480, 640)] {
            try folder.write(Data(SampleImage.png(width, height)), to: "content/images/figure.png")
            #expect(try build(folder)?.changed.contains("cases/c001.html") == true)
            #expect(try page().contains(#"alt="図の説明" width="\#(width)" height="\#(height)""#))
            try expectEqualToClean(folder, "an image of \(width) × \(height)")
        }
        try folder.write(Data(SampleImage.png(480, 640) + [0]), to: "content/images/figure.png")
        #expect(try build(folder)?.changed == ["images/figure.png"])
        try expectEqualToClean(folder, "another image of the same size")
    }

    /// A build restores what somebody changed in the site, whether the dates show it or not.
    @Test func changedFilesOfTheSiteAreRestored() throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        let page = "\(folder.path)/site/cases/c002.html"
        let whole = try folder.text(of: "site/cases/c002.html")
        try folder.write(String(repeating: "x", count: whole.utf8.count), to: "site/cases/c002.html")
        let summary = try #require(try build(folder))
        #expect(summary.changed == ["cases/c002.html"])
        try expectEqualToClean(folder, "a page of the same length")
        try FileManager.default.removeItem(atPath: page)
        try build(folder)
        try expectEqualToClean(folder, "a missing page")
        try FileManager.default.removeItem(atPath: "\(folder.path)/site")
        try build(folder)
        try expectEqualToClean(folder, "a missing site")
    }

    @Test func damagedCacheDoesNoHarm() throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/cache") {
            let path = "cache/\(name)"
            let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/\(path)"))
            for damaged in [Data(), bytes.dropLast(8), Data(repeating: 255, count: bytes.count), bytes + Data([0])] {
                try damaged.write(to: URL(filePath: "\(folder.path)/\(path)"))
                try build(folder)
                try expectEqualToClean(folder, "a damaged cache")
            }
        }
    }
}
