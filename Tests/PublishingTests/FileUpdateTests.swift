import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct FileUpdateTests {
    /// Replaces an old file with parts. Returns whether a new file was written, and what the file holds then.
    private func update(_ old: [UInt8]?, with parts: [[UInt8]]) throws -> (isWritten: Bool, bytes: [UInt8]?) {
        let folder = try TemporaryFolder()
        let root = try OpenFolder(folder.path)
        if let old { try root.write(old, to: "file", by: "new-0") }
        var update = try FileUpdate(of: "file", in: root, by: "new-large")
        for part in parts { try update.append(part) }
        let isWritten = try update.finish() != nil
        #expect(try root.entries().count == 1)
        return (isWritten, try root.read("file"))
    }

    private let long = [UInt8](repeating: 7, count: 100_000) + [1]

    @Test func equalFileIsNotWritten() throws {
        for old in [[], [1, 2, 3], long] {
            let result = try update(old, with: [old, []])
            #expect(!result.isWritten)
            #expect(result.bytes == old)
        }
        #expect(try update(long, with: [Array(long[..<70_000]), Array(long[70_000...])]).isWritten == false)
    }

    @Test func differentFileIsReplaced() throws {
        let cases: [(old: [UInt8]?, parts: [[UInt8]])] = [
            (nil, []), (nil, [[1], [2, 3]]), ([1, 2, 3], []), ([1, 2, 3], [[1], [2]]), ([1, 2, 3], [[1, 2], [3, 4]]),
            ([1, 2, 3], [[1, 2], [4], [5]]), ([1, 2, 3], [[0], [2, 3]]), (long, [long, [1]]),
            (long, [Array(long.dropLast()), [2]]),
        ]
        for (old, parts) in cases {
            let result = try update(old, with: parts)
            #expect(result.isWritten)
            #expect(result.bytes == Array(parts.joined()))
        }
    }

    @Test func unfinishedUpdateLeavesTheOldFile() throws {
        let folder = try TemporaryFolder()
        let root = try OpenFolder(folder.path)
        try root.write([1, 2], to: "file", by: "new-0")
        do {
            var update = try FileUpdate(of: "file", in: root, by: "new-large")
            try update.append([1])
            try update.append([3])
            #expect(try root.entries().count == 2)
        }
        #expect(try root.entries().count == 1)
        #expect(try root.read("file") == [1, 2])
    }
}
