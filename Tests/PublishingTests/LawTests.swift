import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation
import Images
import Publishing
import Site
import Templates
import TestSupport
import Testing

/// The three laws: a page rendered alone equals the page in a build; two builds are equal; the order of the files changes nothing.
@Suite struct LawTests {
    @Test func pageRenderedAloneEqualsThePageInABuild() throws {
        let folder = try TemporaryFolder()
        let output = "\(folder.path)/site"
        try Repository.build("every-feature", into: output)
        let built = try TemporaryFolder.files(in: output)
        let plan = try #require(try Repository.sources("every-feature").plan())
        for route in plan.allRoutes().reversed() {
            let page = try plan.render(route)
            if let bytes = page.body.rendered {
                #expect(built[page.path] == Data(bytes), "\(page.path)")
            } else {
                #expect(built[page.path] != nil)
            }
        }
        #expect(built.count == plan.allRoutes().count + 1)
    }

    @Test(arguments: ["every-feature", "real"])
    func twoBuildsAreEqualOnAnyNumberOfThreads(name: String) throws {
        let folder = try TemporaryFolder()
        func build(jobs: Int) throws -> [String: Data] {
            let output = "\(folder.path)/\(jobs)"
            if name == "real" {
                let sources = try SiteSources.load(
                    content: "\(Repository.root)/content", templates: "\(Repository.root)/templates", jobs: jobs)
                _ = try #require(SiteBuild(sources, output: output, jobs: jobs)).run()
            } else {
                try Repository.build(name, into: output, jobs: jobs)
            }
            return try TemporaryFolder.files(in: output)
        }
        let one = try build(jobs: 1)
        #expect(try build(jobs: 8) == one)
        #expect(try build(jobs: 3) == one)
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func orderOfFilesChangesNothing(seed: UInt64) throws {
        let content = try ContentFolder.list("\(Repository.fixture("every-feature"))/content")
        var random = Seeded(state: seed)
        let pages = { (files: [SourceFile], images: [ImageFile], jobs: Int) throws -> [RenderedPage] in
            let (casebook, _) = CasebookReader.read(
                files: files, images: images, root: "\(Repository.fixture("every-feature"))/content",
                includingDrafts: true, jobs: jobs)
            let plan = SitePlan(
                casebook: try #require(casebook), templates: try Self.templates(), assets: [])
            return try plan.allRoutes().map { RenderedPage(try plan.render($0)) }
        }
        let images = content.images.map { ImageFile(path: $0) }
        let ordered = try pages(try content.files(), images, 1)
        let shuffled = try pages(
            try content.files().shuffled(using: &random), images.shuffled(using: &random), 8)
        #expect(ordered == shuffled)
    }

    /// Layouts that show what could depend on the order of files.
    private static func templates() throws -> TemplateLibrary {
        let text = "{{title}}{{#groups}}{{label}}{{#cases}}{{{card}}}{{/cases}}{{/groups}}{{#related}}{{title}}{{/related}}"
        let layouts = Layout.allCases.map { layout in
            (name: layout.rawValue, text: SourceText(path: layout.rawValue, utf8: Array(text.utf8)))
        }
        return TemplateLibrary.compile(layouts: layouts, partials: [], strings: try .ofTemplates("ja")).library
    }
}

/// A page with all its bytes, for comparison.
private struct RenderedPage: Equatable {
    let path: String
    let mediaType: String
    let bytes: [UInt8]?

    init(_ page: Page) {
        path = page.path
        mediaType = page.mediaType
        bytes = page.body.rendered
    }
}

/// A random number generator that always gives the same numbers (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
