import Foundation
import Testing

@testable import Preview

#if os(Linux)
/// Where the system reports no changes, files are looked at.
@Suite struct ListedChangesTests {
    private let folder: PreviewFolder
    private var watch: ListedChanges

    init() throws {
        folder = try PreviewFolder()
        watch = ListedChanges([folder.content, folder.templates], shortest: .milliseconds(1))
    }

    private func files(_ names: String...) -> FolderChanges { .files(Set(names.map { "\(folder.path)/\($0)" })) }

    /// The changes of the next look.
    private mutating func look() -> FolderChanges {
        while true {
            let start = ContinuousClock.now
            let interval = watch.interval
            let changes = watch.wait(limit: 10_000)
            if changes != .unchanged || start.duration(to: .now) >= interval { return changes }
        }
    }

    @Test mutating func nothing() {
        #expect(look() == .unchanged)
        #expect(look() == .unchanged)
    }

    @Test mutating func filesAreNamed() throws {
        try folder.add("x", to: "content/cases/c001.md")
        #expect(look() == files("content/cases/c001.md"))
        #expect(look() == .unchanged)
        try folder.add("x", to: "content/casebook.yml")
        try folder.add("x", to: "templates/layouts/case.mustache")
        #expect(look() == files("content/casebook.yml", "templates/layouts/case.mustache"))
        // By another file of the same size and date, which takes the name.
        let path = "\(folder.content)/cases/c002.md"
        let date = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        try folder.write(folder.text(of: "content/cases/c002.md").replacing("title", with: "eltit"), to: "content/other")
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: "\(folder.content)/other")
        try folder.remove("content/cases/c002.md")
        try folder.rename("content/other", to: "content/cases/c002.md")
        #expect(look() == files("content/cases/c002.md"))
        try folder.write("x", to: "content/cases/new.md")
        #expect(look() == files("content/cases/new.md"))
        try folder.remove("content/cases/new.md")
        #expect(look() == files("content/cases/new.md"))
    }

    @Test(arguments: ["new", "renamed", "removed", "root"])
    mutating func foldersNeedACompleteLook(kind: String) throws {
        switch kind {
        case "new": try folder.makeFolder("content/cases/new")
        case "renamed": try folder.rename("content/images", to: "content/pictures")
        case "removed": try folder.remove("content/images")
        default: try folder.rename("content", to: "away")
        }
        #expect(look() == .anything)
        #expect(look() == .unchanged)
        if kind == "root" {
            try folder.rename("away", to: "content")
            #expect(look() == .anything)
        }
    }

    @Test mutating func whatIsHiddenOrOnlyReadIsNoChange() throws {
        try folder.write("x", to: "content/cases/.c001.md.swp")
        try folder.makeFolder("content/.git")
        try folder.write("x", to: "content/.git/index")
        _ = try folder.text(of: "content/cases/c001.md")
        #expect(look() == .unchanged)
    }

    /// A long look makes the interval longer, and a wait ends at its limit.
    @Test mutating func theIntervalFollowsTheTimeOfALook() {
        _ = look()
        #expect(watch.interval >= .milliseconds(1) && watch.interval < .seconds(10))
        var other = ListedChanges([folder.content], shortest: .seconds(60))
        let start = ContinuousClock.now
        #expect(other.wait(limit: 30) == .unchanged)
        #expect(start.duration(to: .now) < .seconds(5))
        #expect(other.interval == .seconds(60))
    }
}

/// Which way of watching is taken, and that a site follows changes that nobody reports.
@Suite struct FolderWatchWayTests {
    private let folder: PreviewFolder

    init() throws { folder = try PreviewFolder() }

    @Test func theSystemReportsHere() {
        #expect(FolderWatch([folder.content, folder.templates]).polling == nil)
        #expect(FolderWatch([folder.content, folder.path + "/missing"]).polling == nil)
        #expect(
            !SilentFileSystem.holds(folder.content) && !SilentFileSystem.holds("/proc") && !SilentFileSystem.holds("/no such"))
    }

    /// 9P, FUSE, CIFS, SMB 2 with the sign that a 32-bit number gets, NFS, VirtualBox; not ext4, overlays, tmpfs, Btrfs, exFAT.
    @Test func silentFileSystems() {
        for kind in [0x0102_1997, 0x6573_5546, 0xFF53_4D42, Int(Int32(bitPattern: 0xFE53_4D42)), 0x6969, 0x786F_4256] {
            #expect(SilentFileSystem.isSilent(kind: kind))
        }
        for kind in [0xEF53, 0x794C_7630, 0x0102_1994, 0x9123_683E, 0x2011_BAB0, 0, -1] {
            #expect(!SilentFileSystem.isSilent(kind: kind))
        }
    }

    @Test func theReasonIsNamed() {
        let silent = FolderWatch([folder.content, folder.templates], isSilent: { $0.hasSuffix("templates") })
        #expect(silent.polling == .silent(folder: folder.templates))
        for reason in [PollingReason.tooManyWatchers, .tooManyFolders, .unavailable] {
            let watch = FolderWatch([folder.content], report: { (_) throws(PollingReason) in throw reason })
            #expect(watch.polling == reason)
            #expect(reason.message.ja.hasSuffix("。") && reason.message.en.hasSuffix("."))
        }
    }

    /// A site on a silent drive shows saves, new cases and removed ones.
    @Test func aSiteOnASilentDriveFollowsChanges() throws {
        var watch = FolderWatch([folder.content, folder.templates], isSilent: { _ in true })
        let site = LiveSite(content: folder.content, templates: folder.templates, jobs: 2)
        site.refresh()
        func follow() -> Bool {
            for _ in 0..<100 { if site.follow(watch.wait()) { return true } }
            return false
        }
        func shows(_ text: String) throws -> Bool {
            let page = try site.page(at: "cases/c001.html")?.body.rendered ?? []
            return String(decoding: page, as: UTF8.self).contains(text)
        }
        try folder.add("\n足した文。\n", to: "content/cases/c001.md")
        #expect(try follow() && shows("足した文。"))
        let version = site.state.version
        #expect(!site.follow(watch.wait()) && site.state.version == version)
        try folder.write(folder.text(of: "content/cases/c003.md"), to: "content/cases/c090.md")
        #expect(follow())
        #expect(try site.page(at: "cases/c090.html") != nil)
        try folder.remove("content/cases/c090.md")
        #expect(follow())
        #expect(try site.page(at: "cases/c090.html") == nil)
        try folder.rename("content", to: "away")
        #expect(follow() && site.state.failure != nil)
        #expect(!site.follow(watch.wait()), "the same failure is no news")
        try folder.rename("away", to: "content")
        #expect(follow() && site.state.failure == nil)
    }
}
#endif
