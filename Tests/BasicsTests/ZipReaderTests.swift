@testable import Basics
import Testing

@Suite struct ZipReaderTests {
    private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
        var writer = ZipWriter()
        var bytes: [UInt8] = []
        for (name, content) in files { bytes += writer.append(ZipWriter.Entry(name: name, bytes: content)) }
        return bytes + writer.finish()
    }

    private func failure(_ bytes: [UInt8], limits: ZipReader.Limits = .init(), _ name: String = "a.txt") -> ZipReader.Failure? {
        do throws(ZipReader.Failure) {
            var reader = try ZipReader(bytes, limits: limits)
            _ = try reader.contents(of: name)
            return nil
        } catch {
            return error
        }
    }

    @Test func entriesAreReadAsWritten() throws {
        let long = Array(String(repeating: "事例", count: 5_000).utf8)
        var reader = try ZipReader(archive([("xl/a.txt", long), ("b", [1, 2, 3]), ("empty", [])]))
        #expect(try reader.contents(of: "xl/a.txt") == long)
        #expect(try reader.contents(of: "/XL\\A.TXT") == long)
        #expect(try reader.contents(of: "b") == [1, 2, 3])
        #expect(try reader.contents(of: "empty") == [])
        #expect(try reader.contents(of: "c") == nil)
        #expect(reader.contains("B") && !reader.contains("c"))
    }

    @Test func aCommentMayFollow() throws {
        var bytes = archive([("a.txt", [65])])
        bytes[bytes.count - 2] = 3
        var reader = try ZipReader(bytes + [1, 2, 3])
        #expect(try reader.contents(of: "a.txt") == [65])
    }

    @Test func everyCutIsNoticed() {
        let whole = archive([("a.txt", Array(String(repeating: "abc", count: 100).utf8))])
        for count in 0..<whole.count { #expect(failure(Array(whole[..<count])) == .damaged) }
        #expect(failure([]) == .damaged)
        // No change of a byte ends the program, and what is read is right.
        let content = Array(String(repeating: "abc", count: 100).utf8)
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 0xFF
            if var reader = try? ZipReader(changed), let read = try? reader.contents(of: "a.txt") { #expect(read == content) }
        }
    }

    @Test func limits() {
        let bomb = archive([("a.txt", [UInt8](repeating: 0x20, count: 10 << 20))])
        #expect(failure(bomb) == .tooLarge)
        var limits = ZipReader.Limits()
        limits.ratio = 2_000
        #expect(failure(bomb, limits: limits) == nil)
        limits.entrySize = 1 << 20
        #expect(failure(bomb, limits: limits) == .tooLarge)
        let many = archive((0..<12).map { ("\($0).txt", [65]) })
        limits.entries = 11
        #expect(failure(many, limits: limits) == .tooLarge)
        limits.entries = 12
        limits.totalSize = 0
        #expect(failure(many, limits: limits, "3.txt") == .tooLarge)
    }

    @Test func passwordsAndOtherMethods() {
        var bytes = archive([("a.txt", [65, 66, 67])])
        let directory = 30 + 5 + 3
        bytes[directory + 8] |= 1
        #expect(failure(bytes) == .encrypted)
        bytes[directory + 8] = 0
        bytes[directory + 10] = 14
        #expect(failure(bytes) == .unsupported)
    }
}
