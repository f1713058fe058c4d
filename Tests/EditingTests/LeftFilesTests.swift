import Diagnostics
@testable import Editing
import Foundation
import TestSupport
import Testing

@Suite struct LeftFilesTests {
    @Test(
        arguments: [
            (".c001.md.123.part", 123), (".new-0.4567.part", 4_567), (".casebook.yml.9.part", 9), (".map.png.12.part", 12),
            (".c001.md.part", nil), ("c001.md.123.part", nil), (".c001.md.0123.part", nil), (".c001.md.12x.part", nil),
            (".c001.md.99999999999999999999.part", nil), (".notes.txt.123.part", nil), (".123.part", nil),
            (".c001.md.123", nil),
            (".video.mp4.123.part", nil), (".c001.md..part", nil), (".md.123.part", nil),
        ] as [(String, Int32?)])
    func names(name: String, process: Int32?) {
        #expect(LeftFiles.process(of: name) == process)
    }

    @Test func onlyWhatProcessesThatAreGoneLeftGoes() throws {
        let folder = try TemporaryFolder()
        let gone = try finishedProcess()
        let (old, own) = (Date(timeIntervalSinceNow: -3_600), ProcessInfo.processInfo.processIdentifier)
        let left = [
            "cases/.c001.md.\(gone).part", "images/.map.png.\(gone).part", "cases/.new-0.\(gone).part",
            ".casebook.yml.\(gone).part",
            ".backup/001/cases/.c001.md.\(gone).part",
        ]
        let others = [
            "cases/.c001.md.\(own).part", "cases/.c001.md.1.part", "cases/.c001.md", "cases/c001.md",
            "cases/c001.md.\(gone).part",
            ".git/.c001.md.\(gone).part", "cases/.mine.\(gone).part", ".backup/001/cases/c001.md",
            "_old/a/b/c/.c001.md.\(gone).part",
        ]
        for path in left + others {
            try folder.write("x", to: "content/\(path)")
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: "\(folder.path)/content/\(path)")
        }
        try folder.write("x", to: "content/cases/.c002.md.\(gone).part")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/cases/.c003.md.\(gone).part", withDestinationPath: "c001.md")
        try folder.write("x", to: "elsewhere/.c001.md.\(gone).part")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/content/link", withDestinationPath: "\(folder.path)/elsewhere")
        #expect(LeftFiles.remove(from: "\(folder.path)/content", at: Date()) == left.count)
        for path in left { #expect(!folder.exists("content/\(path)"), "\(path)") }
        for path in others + ["cases/.c002.md.\(gone).part", "cases/.c003.md.\(gone).part"] {
            #expect(folder.exists("content/\(path)"), "\(path)")
        }
        #expect(folder.exists("elsewhere/.c001.md.\(gone).part"))
        #expect(LeftFiles.remove(from: "\(folder.path)/content", at: Date()) == 0)
        #expect(LeftFiles.remove(from: "\(folder.path)/none", at: Date()) == 0)
    }

    /// The number of a process that has ended.
    private func finishedProcess() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "exit 0"]
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }
}
