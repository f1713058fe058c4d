import Foundation
import Preview
import Testing

#if os(Linux)
/// What the system reports is either the names of files, or a reason to look at everything.
@Suite struct FolderWatchTests {
    private let folder: PreviewFolder
    private var watch: FolderWatch

    init() throws {
        folder = try PreviewFolder()
        watch = FolderWatch([folder.content, folder.templates])
    }

    private func files(_ names: String...) -> FolderChanges { .files(Set(names.map { "\(folder.path)/\($0)" })) }

    @Test mutating func nothing() {
        #expect(watch.wait(limit: 20) == .nothing)
    }

    @Test mutating func filesAreNamed() throws {
        try folder.add("x", to: "content/cases/c001.md")
        #expect(watch.wait() == files("content/cases/c001.md"))
        try folder.add("x", to: "content/casebook.yml")
        try folder.add("x", to: "templates/layouts/case.mustache")
        #expect(watch.wait() == files("content/casebook.yml", "templates/layouts/case.mustache"))
        // By another file, which takes the name.
        try folder.rename("content/cases/c001.md", to: "content/cases/c001.md~")
        try folder.write("x", to: "content/cases/c001.md")
        try folder.remove("content/cases/c001.md~")
        #expect(watch.wait() == files("content/cases/c001.md", "content/cases/c001.md~"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder.content)/cases/c002.md")
        #expect(watch.wait() == files("content/cases/c002.md"))
    }

    @Test(arguments: ["new", "renamed", "removed", "root"])
    mutating func foldersNeedACompleteLook(kind: String) throws {
        switch kind {
        case "new": try folder.makeFolder("content/cases/new")
        case "renamed": try folder.rename("content/images", to: "content/pictures")
        case "removed": try folder.remove("content/images")
        default: try folder.rename("content", to: "away")
        }
        #expect(watch.wait() == .anything)
        // With a file in the same series of changes, too.
        try folder.makeFolder("templates/assets/new")
        try folder.add("x", to: "templates/layouts/case.mustache")
        #expect(watch.wait() == .anything)
    }

    @Test mutating func newFoldersAreWatched() throws {
        try folder.makeFolder("content/images/new")
        #expect(watch.wait() == .anything)
        try folder.write("x", to: "content/images/new/a.png")
        #expect(watch.wait() == files("content/images/new/a.png"))
        try folder.rename("content/images/new", to: "content/images/newer")
        #expect(watch.wait() == .anything)
        try folder.write("y", to: "content/images/newer/a.png")
        #expect(watch.wait() == files("content/images/newer/a.png"))
    }

    @Test mutating func aFolderThatComesBackNeedsACompleteLook() throws {
        try folder.rename("content", to: "away")
        #expect(watch.wait() == .anything)
        try folder.rename("away", to: "content")
        #expect(watch.wait() == .anything)
        try folder.add("x", to: "content/cases/c001.md")
        #expect(watch.wait() == files("content/cases/c001.md"))
    }

    @Test mutating func lostEventsNeedACompleteLook() throws {
        let limit = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
        let count = Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 16_384
        try #require(count < 100_000, "the system keeps too many events for a test")
        // Equal events one after the other count once.
        let (one, other) = ("\(folder.content)/cases/c001.md", "\(folder.content)/cases/c002.md")
        for _ in 0..<(count / 2 + 10) {
            chmod(one, 0o600)
            chmod(other, 0o600)
        }
        #expect(watch.wait() == .anything)
        try folder.add("x", to: "content/cases/c001.md")
        #expect(watch.wait() == files("content/cases/c001.md"))
    }

    @Test mutating func aFolderWithTwoPathsNeedsACompleteLook() throws {
        watch = FolderWatch([folder.content, "\(folder.path)/./content"])
        try folder.add("x", to: "content/cases/c001.md")
        #expect(watch.wait() == .anything)
    }
}
#endif
