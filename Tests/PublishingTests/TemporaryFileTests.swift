import Foundation
import TestSupport
import Testing

@testable import Publishing

@Suite struct TemporaryFileTests {
    @Test func itIsReadInPartsAndHasNoName() throws {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var path = ""
        let file = try TemporaryFile { (given) throws(PublishingError) in
            path = given
            try Disk.create(given, with: bytes)
        }
        #expect(file.size == bytes.count && !FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path))
        #expect(file.bytes(at: 0, count: 1_000) == Array(bytes[..<1_000]) && file.bytes(at: 99_990, count: 1_000).count == 10)
        #expect(file.bytes(at: 50_000, count: 3) == Array(bytes[50_000..<50_003]) && file.bytes(at: 100_000, count: 1).isEmpty)
    }

    @Test func nothingIsLeftOfOneThatFails() throws {
        var path = ""
        #expect(throws: PublishingError.noSite(path: "a")) {
            _ = try TemporaryFile { (given) throws(PublishingError) in
                path = given
                try Disk.create(given, with: [1])
                throw .noSite(path: "a")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path))
    }

    @Test func anArchiveIsTheSameAsInAFile() throws {
        let folder = try EveryName.copy(everyName: false)
        let sources = try SiteSources.load(
            content: "\(folder.path)/content", templates: "\(folder.path)/templates", jobs: 2)
        _ = try #require(SiteBuild(sources, output: "\(folder.path)/site", jobs: 2)).run()
        let pack = SitePack(site: "\(folder.path)/site", jobs: 2)
        _ = try pack.write(to: "\(folder.path)/a.zip", since: nil)
        let (file, summary) = try pack.pack(since: nil)
        #expect(try file.bytes(at: 0, count: file.size) == Disk.bytes(of: "\(folder.path)/a.zip") && summary.changes == nil)
        let manifest = try Disk.bytes(of: "\(folder.path)/site/.knowhow/manifest.json")
        #expect(try pack.pack(since: Manifest(json: manifest)).summary.changes?.added == [])
    }
}
