import Diagnostics
import Foundation
import Preview
import Testing

/// A site that follows named files shows what a site shows that has read everything.
@Suite struct LiveSiteTests {
    private let folder: PreviewFolder
    private let site: LiveSite
    private let warning = "\n<b>強い</b>文です。\n"

    init() throws {
        folder = try PreviewFolder()
        site = LiveSite(content: folder.content, templates: folder.templates, jobs: 2)
        site.refresh()
    }

    private func files(_ names: String...) -> FolderChanges { .files(Set(names.map { "\(folder.path)/\($0)" })) }

    private func replace(_ old: String, _ new: String, in file: String) throws {
        try folder.write(folder.text(of: file).replacing(old, with: new), to: file)
    }

    private func expectEqualToFresh() throws {
        let fresh = LiveSite(content: folder.content, templates: folder.templates, jobs: 2)
        fresh.refresh()
        let (state, expected) = (site.state, fresh.state)
        #expect(state.diagnostics == expected.diagnostics)
        #expect(state.problemText(showsWarnings: true) == expected.problemText(showsWarnings: true))
        #expect(state.problemText(showsWarnings: true) == DiagnosticDigest(state.diagnostics, showsAll: false).text(in: .ja))
        #expect(
            state.problemText(showsWarnings: false)
                == DiagnosticDigest(state.diagnostics, showsAll: false, showsWarnings: false).text(in: .ja))
        #expect(state.isUpToDate == expected.isUpToDate)
        guard expected.plan != nil else { return }
        let paths = [
            "index.html", "cases/c001.html", "cases/c002.html", "cases/index.html", "data/cases.json", "images/figure.png",
        ]
        for path in paths {
            #expect(try site.page(at: path)?.body.rendered == fresh.page(at: path)?.body.rendered)
        }
    }

    @Test func namedFilesAreFollowed() throws {
        let changes: [(name: String, edit: (String) throws -> Void)] = [
            ("content/cases/c001.md", { try folder.add(warning, to: $0) }),
            ("content/cases/c001.md", { try folder.add("\n足した文。\n", to: $0) }),
            ("content/cases/c002.md", { try replace("title: ", "title: 新", in: $0) }),
            ("content/cases/c001.md", { try replace("category: ", "category: 別", in: $0) }),
            ("content/cases/c001.md", { try replace("category: 別", "category: ", in: $0) }),
            ("content/casebook.yml", { try replace("title: ", "title: 別の", in: $0) }),
            ("content/images/figure.png", { try folder.write("other", to: $0) }),
            ("templates/layouts/case.mustache", { try folder.add("<p>足しました</p>", to: $0) }),
            ("content/cases/c090.md", { try folder.write(folder.text(of: "content/cases/c003.md"), to: $0) }),
            ("content/cases/c090.md", { try folder.remove($0) }),
        ]
        for (name, edit) in changes {
            let version = site.state.version
            try edit(name)
            #expect(site.follow(files(name)), "\(name)")
            #expect(site.state.version == version + 1)
            try expectEqualToFresh()
            #expect(!site.follow(.nothing), "a complete look after \(name) finds nothing else")
            #expect(site.state.version == version + 1)
        }
    }

    @Test func whatIsNoContentChangesNothing() throws {
        let version = site.state.version
        try folder.write("swap", to: "content/cases/.c001.md.swp")
        #expect(!site.follow(files("content/cases/.c001.md.swp", "content/cases/4913")))
        #expect(!site.follow(files("content/cases/c001.md")))
        #expect(!site.follow(.nothing))
        #expect(site.state.version == version)
        // A name that is no case needs a complete look, because it is reported.
        try folder.write("x", to: "content/cases/c001.txt")
        #expect(site.follow(files("content/cases/c001.txt")))
        try expectEqualToFresh()
    }

    @Test func whatNoEventNamedIsFoundLater() throws {
        try folder.add("\n足した文。\n", to: "content/cases/c001.md")
        try folder.add("\n誰も知らせない文。\n", to: "content/cases/c002.md")
        func shows(_ text: String) throws -> Bool {
            let pages = try ["cases/c001.html", "cases/c002.html"].compactMap { try site.page(at: $0)?.body.rendered }
            return pages.contains { String(decoding: $0, as: UTF8.self).contains(text) }
        }
        #expect(site.follow(files("content/cases/c001.md")))
        #expect(try shows("足した文。") && !shows("誰も知らせない文。"), "only the named file was looked at")
        #expect(site.follow(.nothing))
        #expect(try shows("誰も知らせない文。"))
        try expectEqualToFresh()
        #expect(!site.follow(.nothing))
    }

    @Test func whatHasErrorsIsLeftOutAtFirst() throws {
        try replace("category: ", "category: 別", in: "content/cases/c005.md")
        let started = LiveSite(content: folder.content, templates: folder.templates, jobs: 2)
        started.refresh()
        #expect(started.state.diagnostics.contains { $0.path.hasSuffix("c005.md") && $0.severity == .error })
        #expect(!started.state.isUpToDate && started.state.plan != nil)
        #expect(try started.page(at: "cases/c003.html") != nil)
        // Its easy-language version is left out too.
        #expect(try started.page(at: "cases/c005.html") == nil && started.page(at: "easy/c005.html") == nil)
        let bytes = Array(try folder.text(of: "content/cases/c003.md").replacing("title: ", with: "title: 新").utf8)
        #expect(started.page(ofUnsaved: "cases/c003.md", bytes: bytes) != nil)
        try replace("category: 別", "category: ", in: "content/cases/c005.md")
        #expect(started.follow(files("content/cases/c005.md")))
        #expect(try started.state.isUpToDate && started.page(at: "cases/c005.html") != nil)
        // An error of the settings, which all cases need, leaves nothing to show.
        try replace("title: ", "titel: ", in: "content/casebook.yml")
        let none = LiveSite(content: folder.content, templates: folder.templates, jobs: 2)
        none.refresh()
        #expect(none.state.plan == nil)
    }

    @Test func aFailureIsFollowedByACompleteLook() throws {
        try folder.rename("content", to: "away")
        #expect(site.follow(.anything))
        #expect(site.state.failure != nil && site.state.problemText(showsWarnings: true).isEmpty)
        try folder.rename("away", to: "content")
        try folder.add(warning, to: "content/cases/c002.md")
        #expect(site.follow(files("content/cases/c001.md")))
        #expect(site.state.failure == nil)
        try expectEqualToFresh()
    }

    @Test func onlyNewProblemsAreFormatted() throws {
        for number in 1...5 { try folder.add(warning, to: "content/cases/c00\(number).md") }
        site.refresh()
        let count = site.state.shown.texts.count
        #expect(count >= 5)
        try folder.add(warning, to: "content/cases/c003.md")
        #expect(site.follow(files("content/cases/c003.md")))
        #expect(site.state.shown.texts.count == count + 1)
        #expect(site.state.shown.newCount == 1)
        try folder.add("\n問題のない文。\n", to: "content/cases/c004.md")
        #expect(site.follow(files("content/cases/c004.md")))
        #expect(site.state.shown.newCount == 0)
        try expectEqualToFresh()
    }
}
