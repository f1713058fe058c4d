import CasebookModel
import CasebookLoading
import Diagnostics
import Foundation
import Publishing
import Site
import Testing

/// A plan that follows its sources, taking from before what it can, is the plan that is made of them from nothing.
@Suite struct FollowingPlanTests {
    /// Sources that are read again and again, as the preview does.
    private struct Followed {
        let folder: TemporaryFolder
        let known = KnownContent()
        var sound: (sources: SiteSources, plan: SitePlan)?

        private func list() throws -> SourceFolders {
            try SourceFolders.list(
                content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: true, jobs: 2)
        }

        /// Follows, and holds all that is told and shown against a reading from nothing.
        ///
        /// - Returns: Whether the sources are sound.
        mutating func expectEqualToFresh(_ edit: String) throws -> Bool {
            // A file tells by its dates that it stands as it did only when they are past.
            usleep(30_000)
            let sources = try SiteSources.load(try list(), jobs: 2, reusing: known)
            let plan = sources.plan(following: sound)
            let fresh = try SiteSources.load(try list(), jobs: 2)
            #expect(sources.diagnostics == fresh.diagnostics, "after \(edit)")
            #expect(try Self.pages(plan) == Self.pages(fresh.plan()), "after \(edit)")
            if let plan { sound = (sources, plan) }
            return plan != nil
        }

        private static func pages(_ plan: SitePlan?) throws -> [String: [UInt8]] {
            guard let plan else { return [:] }
            var pages: [String: [UInt8]] = [:]
            for route in plan.routes {
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
        var (sound, unsound) = (0, 0)
        for edit in CaseEdit.all {
            for text in [edit.change(original), original] {
                try followed.folder.write(text, to: file)
                if try followed.expectEqualToFresh("\(edit.name) of c00\(number)") { sound += 1 } else { unsound += 1 }
            }
        }
        #expect(sound > CaseEdit.all.count && unsound > 0)
    }

    @Test func twoCasesAtATime() throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        for edit in CaseEdit.all {
            for file in ["content/cases/c001.md", "content/cases/c003.md"] {
                try followed.folder.write(edit.change(try followed.folder.text(of: file)), to: file)
            }
            _ = try followed.expectEqualToFresh("\(edit.name) of two")
        }
    }

    @Test func imagesOfOtherSizes() throws {
        var followed = Followed(folder: try EveryName.copy())
        #expect(try followed.expectEqualToFresh("nothing"))
        for size in [640, 480, 480, 640] {
            try followed.folder.write(Data(SampleImage.png(size, 480)), to: "content/images/figure.png")
            #expect(try followed.expectEqualToFresh("an image \(size) pixels wide"))
            let text = try #require(followed.sound).plan.text(at: "cases/c001.html")
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
        _ = try followed.expectEqualToFresh("words after \(file)")
        if text.isEmpty {
            try FileManager.default.removeItem(atPath: "\(followed.folder.path)/\(file)")
        } else {
            try followed.folder.write(text, to: file)
        }
        #expect(try followed.expectEqualToFresh("\(file) as it was"))
    }
}

extension SitePlan {
    /// The page at an address, as text.
    fileprivate func text(at path: String) throws -> String {
        let route = try #require(self.route(at: path))
        return String(decoding: try render(route).body.rendered ?? [], as: UTF8.self)
    }
}
