import CasebookLoading
import CasebookModel
import Diagnostics
import Foundation
import Publishing
import Site
import TestSupport
import Testing

/// A plan that reuses parts of an earlier plan equals a plan made from the sources alone.
@Suite struct FollowingPlanTests {
    /// Sources that are read again after every edit, as the preview does.
    private struct Followed {
        let folder: TemporaryFolder
        let known = ReadingCache()
        var valid: (sources: SiteSources, plan: SitePlan)?

        private func list() throws -> SourceFolders {
            try SourceFolders.list(
                content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: true, jobs: 2)
        }

        /// Reads the sources again and compares all problems and pages with those of a complete reading.
        ///
        /// - Returns: Whether the sources are valid.
        mutating func expectEqualToFresh(_ edit: String) throws -> Bool {
            // The dates of a file show that it is unchanged only when they are some time ago.
            usleep(30_000)
            let sources = try SiteSources.load(try list(), jobs: 2, reusing: known)
            let plan = sources.plan(following: valid)
            let fresh = try SiteSources.load(try list(), jobs: 2)
            #expect(sources.diagnostics == fresh.diagnostics, "after \(edit)")
            #expect(try Self.pages(plan) == Self.pages(fresh.plan()), "after \(edit)")
            if let plan { valid = (sources, plan) }
            return plan != nil
        }

        private static func pages(_ plan: SitePlan?) throws -> [String: [UInt8]] {
            guard let plan else { return [:] }
            var pages: [String: [UInt8]] = [:]
            for route in plan.allRoutes() {
                let page = try plan.render(route)
                #expect(plan.route(at: page.path) == route)
                pages[page.path] = page.body.rendered
            }
            return pages
        }
    }

    @Test(arguments: 1...5)
    func editsOfACase(number: Int) throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        let file = "content/cases/c00\(number).md"
        let original = try followed.folder.text(of: file)
        var (valid, invalid) = (0, 0)
        for edit in CaseEdit.all {
            for text in [edit.change(original), original] {
                try followed.folder.write(text, to: file)
                if try followed.expectEqualToFresh("\(edit.name) of c00\(number)") { valid += 1 } else { invalid += 1 }
            }
        }
        #expect(valid > CaseEdit.all.count && invalid > 0)
    }

    @Test func editsOfTwoCases() throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        for edit in CaseEdit.all {
            for file in ["content/cases/c001.md", "content/cases/c003.md"] {
                try followed.folder.write(edit.change(try followed.folder.text(of: file)), to: file)
            }
            _ = try followed.expectEqualToFresh("\(edit.name) of two")
        }
    }

    @Test func newImageSizes() throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        for size in [640, 480, 480, 640] {
            try followed.folder.write(Data(SampleImage.png(size, 480)), to: "content/images/figure.png")
            #expect(try followed.expectEqualToFresh("an image \(size) pixels wide"))
            let text = try #require(followed.valid).plan.text(at: "cases/c001.html")
            #expect(text.contains(#"width="\#(size)" height="480""#))
        }
    }

    @Test(arguments: [
        ("content/casebook.yml", "title: 試しの事例集", "title: 別の事例集"),
        ("content/categories/strengths.md", "label: ", "label: 新しい"),
        ("content/pages/about.md", "title: ", "title: 新しい"), ("content/glossary/visit.md", "term: 見学", "term: 実習"),
        ("content/cases/c009.md", "", "---\ntitle: 途中\n"),
        ("content/images/new.png", "", "x"), ("templates/assets/new.css", "", "x"),
        ("templates/layouts/case.mustache", "", "x"), ("templates/layouts/home.mustache", "", "{{"),
    ])
    func editsOfAnythingElse(file: String, old: String, new: String) throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        let text = (try? followed.folder.text(of: file)) ?? ""
        try followed.folder.write(old.isEmpty ? text + new : text.replacing(old, with: new), to: file)
        _ = try followed.expectEqualToFresh("an edit of \(file)")
        let words = try followed.folder.text(of: "content/cases/c002.md") + "\n書き加えた一文です。\n"
        try followed.folder.write(words, to: "content/cases/c002.md")
        _ = try followed.expectEqualToFresh("an edit of a case after \(file)")
        if text.isEmpty {
            try FileManager.default.removeItem(atPath: "\(followed.folder.path)/\(file)")
        } else {
            try followed.folder.write(text, to: file)
        }
        #expect(try followed.expectEqualToFresh("restoring \(file)"))
    }
}

extension SitePlan {
    /// The text of the page at an address.
    fileprivate func text(at path: String) throws -> String {
        let route = try #require(self.route(at: path))
        return String(decoding: try render(route).body.rendered ?? [], as: UTF8.self)
    }
}
