import Foundation
import Publishing
import Site
import TestSupport
import Testing

/// A build that renders only what an edit changed gives the same site as a complete build.
@Suite struct ChangedBuildTests {
    private func sources(_ folder: TemporaryFolder, continuing cache: BuildCache? = nil) throws -> SiteSources {
        let folders = try SourceFolders.list(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: true, jobs: 2)
        return try SiteSources.load(folders, jobs: 2, continuing: cache?.reading(for: "\(folder.path)/site"))
    }

    /// Builds into `site` with the record of the last build.
    @discardableResult
    private func build(_ folder: TemporaryFolder) throws -> BuildSummary? {
        let cache = BuildCache(folder: "\(folder.path)/cache")
        let sources = try sources(folder, continuing: cache)
        // What is kept of an earlier build changes no message.
        #expect(sources.diagnostics == (try self.sources(folder)).diagnostics)
        return try SiteBuild(sources, output: "\(folder.path)/site", jobs: 2, cache: cache)?.run()
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

    /// With more cases than a part of a data file holds, and warnings, so that parts are copied and messages are kept.
    @Test func editsOfManyCases() throws {
        let folder = try EveryName.copy(everyName: false)
        let text = try folder.text(of: "content/cases/c002.md").replacing(/aliases: .*\n/, with: "")
        for number in 200..<400 {
            let words = number % 3 == 0 ? "\n<b>強い</b>文です。\n" : number % 3 == 1 ? "\n見学の話です。\n" : "\n本文です。\n"
            try folder.write(text.replacing(/title: .*/, with: "title: 事例\(number)") + words, to: "content/cases/c\(number).md")
        }
        let first = try #require(try build(folder))
        #expect(first.warnings.count > 60)
        for (number, words) in [(200, "短い。"), (263, "見学と<b>実習</b>の長い長い文です。"), (399, "終わりの文。"), (300, "使われない言葉。")] {
            let file = "content/cases/c\(number).md"
            let before = try folder.text(of: file)
            for text in [before + "\n\(words)\n", before] {
                try folder.write(text, to: file)
                let summary = try #require(try build(folder))
                #expect(summary.changed.contains("data/cases.json") && summary.changed.contains("cases/c\(number).html"))
                try expectEqualToClean(folder, "\(words) in c\(number)")
            }
        }
        #expect(try build(folder)?.warnings == first.warnings)
    }

    /// A text that changes after the build has looked at it ends the build, and the next one is right.
    @Test func changeDuringABuild() throws {
        let folder = try EveryName.copy()
        try buildWithOldDates(folder)
        let cache = BuildCache(folder: "\(folder.path)/cache")
        let (first, second) = ("content/cases/c001.md", "content/cases/c002.md")
        try folder.write(try folder.text(of: first) + "\n一つ目の変更。\n", to: first)
        let early = try sources(folder, continuing: cache)
        try folder.write(try folder.text(of: second).replacing("## 取組・工夫の概要", with: "## 別の見出し"), to: second)
        #expect(throws: PublishingError.self) {
            try SiteBuild(early, output: "\(folder.path)/site", jobs: 2, cache: cache)?.run()
        }
        try folder.write(try folder.text(of: second).replacing("## 別の見出し", with: "## 取組・工夫の概要"), to: second)
        try folder.write(try folder.text(of: second) + "\n二つ目の変更。\n", to: second)
        try build(folder)
        try expectEqualToClean(folder, "a change during a build")
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
