import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Drafts replace no site for the public, and are not packed, unless that is asked for.
@Suite struct DraftsOverPublicSiteTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try EveryName.copy(everyName: false)
        let text = try folder.text(of: "content/cases/c003.md").replacing(#/status: .*\n/#, with: "")
        try folder.write(text.replacing("---\ntitle: ", with: "---\nstatus: draft\ntitle: 下書き"), to: "content/cases/c091.md")
    }

    private func build(drafts: Bool, publishesDrafts: Bool = false) throws {
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: drafts, jobs: 2)
        _ = try #require(SiteBuild(sources, output: "\(folder.path)/site", jobs: 2)).run(publishesDrafts: publishesDrafts)
    }

    private func pack(publishesDrafts: Bool = false) throws {
        let archive = "\(folder.path)/site.zip"
        _ = try SitePack(site: "\(folder.path)/site", jobs: 1).write(
            to: archive, since: nil, publishesDrafts: publishesDrafts)
    }

    private var site: [String: Data] { get throws { try TemporaryFolder.files(in: "\(folder.path)/site") } }

    @Test func draftsReplaceNoPublicSite() throws {
        try build(drafts: false)
        let before = try site
        let error = #expect(throws: PublishingError.self) { try build(drafts: true) }
        #expect(error == .draftsOverPublicSite(path: "\(folder.path)/site"))
        #expect(try site == before)
        try build(drafts: true, publishesDrafts: true)
        #expect(folder.exists("site/cases/c091.html"))
        // Now the folder is one with drafts.
        try build(drafts: true)
        try build(drafts: false)
        #expect(!folder.exists("site/cases/c091.html"))
        #expect(try site == before)
        #expect(throws: PublishingError.self) { try build(drafts: true) }
    }

    @Test func aFolderMadeWithDraftsIsRebuilt() throws {
        try build(drafts: true)
        #expect(try folder.text(of: "site/.knowhow/manifest.json").hasPrefix("{\n  \"version\": 1,\n  \"drafts\": true,\n"))
        try build(drafts: true)
        let error = #expect(throws: PublishingError.self) { try pack() }
        #expect(error == .draftsInSite(path: "\(folder.path)/site"))
        #expect(!folder.exists("site.zip"))
        try pack(publishesDrafts: true)
        #expect(folder.exists("site.zip"))
        #expect(throws: PublishingError.draftsInSite(path: "\(folder.path)/site")) {
            _ = try SitePack(site: "\(folder.path)/site", jobs: 1).pack(since: nil)
        }
        try build(drafts: false)
        #expect(try !folder.text(of: "site/.knowhow/manifest.json").contains("drafts"))
        try pack()
    }

    /// Without a draft in the content, a site with drafts is the site for the public.
    @Test func noDraftsNoRefusal() throws {
        try FileManager.default.removeItem(atPath: "\(folder.path)/content/cases/c091.md")
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/content/cases") {
            let text = try folder.text(of: "content/cases/\(name)")
            try folder.write(text.replacing("status: draft", with: "status: published"), to: "content/cases/\(name)")
        }
        try build(drafts: false)
        try build(drafts: true)
        try pack()
    }

    @Test func theManifestIsReadWithAndWithoutTheWord() throws {
        let entry = Manifest.Entry(path: "a.html", hash: 1)
        for hasDrafts in [true, false] {
            let manifest = Manifest(sorted: [entry], hasDrafts: hasDrafts)
            #expect(Manifest(json: manifest.json) == manifest)
        }
        let read = { (head: String) in Manifest(json: Array("{\"version\": 1, \(head)\"files\": {}}".utf8))?.hasDrafts }
        #expect(read("") == false && read("\"drafts\": false, ") == false && read("\"drafts\":true,") == true)
        #expect(read("\"drafts\": 1, ") == nil && read("\"drafts\": true ") == nil && read("\"other\": true, ") == nil)
    }
}
