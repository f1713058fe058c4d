import Foundation
import Publishing
import TestSupport
import Testing

/// Only what published pages use is published, and files of the system are nowhere.
@Suite struct PublishedImagesTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try EveryName.copy()
        for name in [
            "draft.png", "withdrawn.png", "unused.png", "_secret.png", "_old/card.png", "list.xlsx", "memo.txt", "page.html",
            "Thumbs.db", "desktop.ini", "~$list.xlsx", "figure (1).png",
        ] {
            try folder.write(Data(SampleImage.png(2, 1)), to: "content/images/\(name)")
        }
        for name in ["Thumbs.db", "desktop.ini", "c001.md~", "@eaDir/c001.md"] {
            try folder.write("x", to: "content/cases/\(name)")
            try folder.write("x", to: "templates/\(name)")
            try folder.write("x", to: "templates/assets/\(name)")
        }
        try folder.write("x", to: "templates/assets/style (1).css")
        for (id, status) in [("c091", "draft"), ("c092", "withdrawn")] {
            let text = try folder.text(of: "content/cases/c003.md")
                .replacing(#/status: .*\n/#, with: "").replacing("---\ntitle: ", with: "---\nstatus: \(status)\ntitle: \(id)")
            let name = status == "draft" ? "draft" : "withdrawn"
            try folder.write(text + "\n![図](../images/\(name).png)\n", to: "content/cases/\(id).md")
        }
        return folder
    }

    private func images(_ folder: TemporaryFolder, drafts: Bool, output: String) throws -> [String] {
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", includingDrafts: drafts, jobs: 2)
        #expect(sources.counts.errors == 0, "\(sources.diagnostics.filter { $0.severity == .error }.map(\.message.ja))")
        _ = try #require(SiteBuild(sources, output: "\(folder.path)/\(output)", jobs: 2)).run()
        let files = try TemporaryFolder.files(in: "\(folder.path)/\(output)").keys
        for file in files {
            let name = file.lowercased()
            #expect(!["thumbs", "desktop", "~", "eadir", "(1)", "%201"].contains(where: name.contains), "\(file)")
        }
        return files.filter { $0.hasPrefix("images/") }.sorted()
    }

    @Test func onlyWhatPublishedPagesUse() throws {
        let folder = try folder()
        #expect(try images(folder, drafts: false, output: "site") == ["images/figure.png"])
        #expect(try images(folder, drafts: true, output: "drafts") == ["images/draft.png", "images/figure.png"])
        // A case that is published or edited brings its image, and takes it along.
        let text = try folder.text(of: "content/cases/c091.md")
        try folder.write(text.replacing("status: draft", with: "status: published"), to: "content/cases/c091.md")
        #expect(try images(folder, drafts: false, output: "site") == ["images/draft.png", "images/figure.png"])
        try folder.write(
            text.replacing("status: draft", with: "status: published").replacing("draft.png", with: "unused.png"),
            to: "content/cases/c091.md")
        #expect(try images(folder, drafts: false, output: "site") == ["images/figure.png", "images/unused.png"])
    }

    @Test func theCopyOfAnAssetIsNamed() throws {
        let folder = try folder()
        let sources = try SiteSources.load(content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 1)
        let copies = sources.diagnostics.filter { $0.id == "conflict-copy" }.map { $0.path.dropFirst(folder.path.count + 1) }
        #expect(copies == ["content/images/figure (1).png", "templates/assets/style (1).css"])
    }
}
