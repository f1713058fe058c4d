import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Publishing

/// A build skips work only while nothing that the work depends on has changed.
@Suite struct SkippedWorkTests {
    /// A casebook without warnings, its site, and the options of the next build.
    private struct Workplace: Sendable {
        let folder: TemporaryFolder
        var baseURL: String?
        var includingDrafts = false
        var program = "program 1"

        init() throws { folder = try EveryName.copy(everyName: false) }

        var cache: BuildCache { BuildCache(folder: "\(folder.path)/cache") }
        var output: String { "\(folder.path)/site" }

        /// Lists the sources once they are old enough for their dates to show changes.
        func folders() throws -> SourceFolders {
            usleep(40_000)
            return try SourceFolders.list(
                content: "\(folder.path)/content", templates: "\(folder.path)/templates", baseURL: baseURL,
                includingDrafts: includingDrafts, program: program, jobs: 2)
        }

        /// The hashes that let a build keep pages.
        func hashes() throws -> [UInt64] {
            let inputs = try #require(try SiteSources.load(try folders(), jobs: 2).inputs())
            return [inputs.base] + inputs.cases
        }

        @discardableResult
        func build(
            into output: String? = nil, cache: BuildCache? = nil, warnings: Int = 0
        ) throws -> BuildSummary {
            let output = output ?? self.output
            let sources = try SiteSources.load(try folders(), jobs: 2, continuing: cache?.reading(for: output))
            #expect(sources.diagnostics.count == warnings)
            let build = SiteBuild(sources, output: output, jobs: 2, cache: cache)
            return try #require(build).run(publishesDrafts: true)
        }

        /// Whether the next build would do nothing.
        func isUnchanged() throws -> Bool {
            UnchangedSite(try folders(), output: output, cache: cache) != nil
        }

        /// Compares the site with one that is built without the results of earlier builds.
        func expectEqualToClean(_ change: String) throws {
            let clean = try TemporaryFolder()
            try build(into: clean.path)
            let (found, expected) = (try TemporaryFolder.files(in: output), try TemporaryFolder.files(in: clean.path))
            let different = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
            #expect(different == [], "after \(change)")
        }
    }

    private struct Change: Sendable {
        let name: String
        let make: @Sendable (inout Workplace) throws -> Void

        init(_ name: String, _ make: @escaping @Sendable (inout Workplace) throws -> Void) {
            self.name = name
            self.make = make
        }

        /// A change of a file's text.
        init(_ file: String, _ old: String, _ new: String) {
            self.init(file) { workplace in
                let text = try workplace.folder.text(of: file)
                try #require(text.contains(old), "\(file) has no \(old)")
                try workplace.folder.write(text.replacing(old, with: new), to: file)
            }
        }
    }

    /// The changes to try for an input. The compiler asks for those of a new one.
    private static func changes(of input: SiteInput) -> [Change] {
        switch input {
        case .texts:
            [
                Change("content/casebook.yml", "title: 試しの事例集", "title: 別の事例集"),
                Change("content/cases/c001.md", "title: ", "title: 新しい"),
                Change("content/cases/c001.md", "## 取組・工夫の概要", "加えた文。\n\n## 取組・工夫の概要"),
                Change("content/pages/about.md", "title: ", "title: 新しい"),
                Change("content/glossary/visit.md", "見ること", "よく見ること"),
                Change("content/categories/strengths.md", "label: ", "label: 新しい"),
            ]
        case .images:
            [
                Change("an image of another size") { try $0.folder.replaceImage(SampleImage.png(9, 9)) },
                Change("another image of the same size") { try $0.folder.replaceImage(SampleImage.png(9, 9) + [7]) },
            ]
        case .links:
            [
                Change("a link") {
                    try FileManager.default.createSymbolicLink(
                        atPath: "\($0.folder.path)/content/images/linked.png", withDestinationPath: "figure.png")
                }
            ]
        case .templates:
            [
                Change("templates/layouts/case.mustache", "{{/main}}", "<p>加えた段落</p>{{/main}}"),
                Change("a new asset") { try $0.folder.write("p {}", to: "templates/assets/added.css") },
            ]
        case .baseURL:
            [
                Change("an address") { $0.baseURL = "https://example.jp/" },
                Change("another address") { $0.baseURL = "https://example.jp/casebook/" },
                Change("no address") { $0.baseURL = nil },
            ]
        case .drafts:
            [Change("drafts") { $0.includingDrafts = true }, Change("no drafts") { $0.includingDrafts = false }]
        case .program: [Change("another program") { $0.program = "program 2" }]
        }
    }

    @Test(arguments: SiteInput.allCases)
    func changedInput(input: SiteInput) throws {
        var workplace = try Workplace()
        try workplace.build(cache: workplace.cache)
        #expect(try workplace.isUnchanged())
        for change in Self.changes(of: input) {
            let hashes = try workplace.hashes()
            try change.make(&workplace)
            // Images are copied by every build.
            #expect(try workplace.hashes() != hashes || change.name == "another image of the same size", "\(change.name)")
            #expect(try !workplace.isUnchanged(), "\(change.name) is not noticed")
            guard input != .links else { continue }
            try workplace.build(cache: workplace.cache)
            try workplace.expectEqualToClean(change.name)
            #expect(try workplace.isUnchanged(), "after \(change.name)")
        }
    }

    /// What may happen to the site and to the record of its build.
    private static let damages = [
        Change("a changed page") { try $0.folder.overwrite("site/cases/c002.html") },
        Change("a removed page") { try $0.folder.remove("site/cases/c002.html") },
        Change("a removed site") { try $0.folder.remove("site") },
        Change("no record") { try $0.folder.remove("cache") },
        Change("a damaged record") { workplace in
            for file in try FileManager.default.contentsOfDirectory(atPath: "\(workplace.folder.path)/cache") {
                try workplace.folder.overwrite("cache/\(file)")
            }
        },
        Change("an edited manifest") { workplace in
            let text = try workplace.folder.text(of: "site/.knowhow/manifest.json")
            try workplace.folder.write(text + "\n", to: "site/.knowhow/manifest.json")
        },
        Change("a site of other sources in its place") { workplace in
            try workplace.folder.remove("site")
            let other = try EveryName.copy(everyName: false)
            let text = try other.text(of: "content/cases/c001.md")
            try other.write(text.replacing("title: ", with: "title: 別の"), to: "content/cases/c001.md")
            let (content, templates) = ("\(other.path)/content", "\(other.path)/templates")
            let sources = try SiteSources.load(content: content, templates: templates, jobs: 2)
            let build = SiteBuild(sources, output: workplace.output, jobs: 2)
            _ = try #require(build).run()
        },
        Change("a new page that an interrupted build left") { try $0.folder.write("half", to: "site/.knowhow/new-0") },
        Change("a placeholder page that an interrupted build left") {
            try $0.folder.write("half", to: "site/.knowhow/stand-in.html")
        },
    ]

    @Test(arguments: damages.indices)
    func damagedSite(index: Int) throws {
        var workplace = try Workplace()
        try workplace.build(cache: workplace.cache)
        let damage = Self.damages[index]
        try damage.make(&workplace)
        #expect(try !workplace.isUnchanged(), "\(damage.name) is not noticed")
        try workplace.build(cache: workplace.cache)
        try workplace.expectEqualToClean(damage.name)
        #expect(try workplace.isUnchanged(), "after \(damage.name)")
    }

    /// A build that finds nothing changed gives the warnings of the build before, and a record holds nothing that is not printed.
    @Test func warningsAreKept() throws {
        let workplace = try Workplace()
        let file = "content/cases/c001.md"
        let text = try workplace.folder.text(of: file)
        try workplace.folder.write(
            text.replacing("SECRET-MARKER", with: "秘密の連絡先")
                + (1...12).map { "\n<b>強い\($0)</b>文です。\n" }.joined(), to: file)
        let first = try workplace.build(cache: workplace.cache, warnings: 12)
        let second = try #require(UnchangedSite(try workplace.folders(), output: workplace.output, cache: workplace.cache))
        #expect(second.summary.warnings == first.warnings)
        for language in Language.allCases {
            let texts = [second.summary.warnings, first.warnings].map { DiagnosticFormat.json.format($0, in: language) }
            #expect(texts[0] == texts[1])
        }
        let cache = "\(workplace.folder.path)/cache"
        let record = try FileManager.default.contentsOfDirectory(atPath: cache)
            .map { try Data(contentsOf: URL(filePath: "\(cache)/\($0)")) }.reduce(Data(), +)
        #expect(record.firstRange(of: Data("強い3".utf8)) != nil)
        #expect(record.firstRange(of: Data("秘密".utf8)) == nil)
        try workplace.folder.write(text, to: file)
        #expect(try !workplace.isUnchanged())
        try workplace.build(cache: workplace.cache)
        let last = UnchangedSite(try workplace.folders(), output: workplace.output, cache: workplace.cache)
        #expect(last?.summary.warnings == [])
    }

    /// Any damage of a record is noticed.
    @Test func damagedRecord() throws {
        let warning = Diagnostic(DecodedText(), path: "content/cases/c001.md")
        let record = BuildRecord(
            summary: BuildRecord.Summary(stamp: 7, caseCount: 2, omissions: [.atomFeed], warnings: [warning]), base: 1,
            cases: [2, 3], manifest: 4, files: [5, .max], words: [[], [1, 300]], parts: ["data/cases.json": [64, 7], "a": []])
        let bytes = record.bytes
        #expect(BuildRecord(bytes) == record)
        let empty = BuildRecord(summary: nil, base: 0, cases: [], manifest: 0, files: [])
        #expect(BuildRecord(empty.bytes) == empty)
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1
            #expect(BuildRecord(damaged) == nil)
            #expect(BuildRecord(Array(bytes[..<index])) == nil)
        }
    }

    private struct DecodedText: Problem {
        let id = "sample"
        let severity = Severity.warning
        let message = Message(ja: "見本です", en: "A sample")
    }

    /// Several changes within one step of the clock have the same time.
    @Test func editsInQuickSuccession() throws {
        let workplace = try Workplace()
        let file = "content/cases/c001.md"
        let text = try workplace.folder.text(of: file)
        for number in 0..<20 {
            let title = "題\(number % 10)"
            try workplace.folder.overwrite(file, with: text.replacing(/title: .*/, with: "title: \(title)"))
            let folders = try SourceFolders.list(
                content: "\(workplace.folder.path)/content", templates: "\(workplace.folder.path)/templates", jobs: 2)
            #expect(UnchangedSite(folders, output: workplace.output, cache: workplace.cache) == nil)
            let sources = try SiteSources.load(folders, jobs: 2)
            let build = SiteBuild(sources, output: workplace.output, jobs: 2, cache: workplace.cache)
            _ = try #require(build).run()
            #expect(try workplace.folder.text(of: "site/cases/c001.html").contains(title))
            // A page that somebody changes at once is noticed too.
            try workplace.folder.overwrite("site/cases/c002.html")
        }
        try workplace.build(cache: workplace.cache)
        try workplace.expectEqualToClean("many edits")
    }
}

extension TemporaryFolder {
    fileprivate func replaceImage(_ bytes: [UInt8]) throws {
        try write(Data(bytes), to: "content/images/figure.png")
    }

    fileprivate func remove(_ file: String) throws {
        try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }

    /// Writes into the same file as before. Without a text, it changes each byte and keeps the size.
    fileprivate func overwrite(_ file: String, with text: String? = nil) throws {
        let handle = try FileHandle(forUpdating: URL(filePath: "\(path)/\(file)"))
        let bytes = try text.map { Data($0.utf8) } ?? Data((handle.readToEnd() ?? Data()).map { $0 ^ 1 })
        try handle.seek(toOffset: 0)
        try handle.write(contentsOf: bytes)
        try handle.truncate(atOffset: UInt64(bytes.count))
        try handle.close()
    }
}
