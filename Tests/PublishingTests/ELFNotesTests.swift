import Foundation
import Publishing
import Testing

@Suite struct ELFNotesTests {
    /// A 64-bit little-endian ELF file with one segment of notes after its tables.
    private func file(notes: [UInt8], kind: UInt8 = 4) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 64 + 56) + notes
        bytes.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
        bytes[32] = 64
        bytes[54] = 56
        bytes[56] = 1
        bytes[64] = kind
        bytes[64 + 8] = 120
        bytes[64 + 32] = UInt8(notes.count)
        return bytes
    }

    private func note(_ name: String, kind: UInt8, _ content: [UInt8]) -> [UInt8] {
        func filled(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4) }
        let name = Array(name.utf8) + [0]
        let sizes: [UInt8] = [UInt8(name.count), 0, 0, 0, UInt8(content.count), 0, 0, 0]
        return sizes + [kind, 0, 0, 0] + filled(name) + filled(content)
    }

    @Test func idOfABuild() {
        let id = note("GNU", kind: 3, [0x0A, 0xFF, 0x10])
        #expect(ELFNotes.buildID(in: file(notes: id)) == "0aff10")
        let others = note("GNU", kind: 1, [1, 2]) + note("stapsdt", kind: 3, [9])
        #expect(ELFNotes.buildID(in: file(notes: others + id)) == "0aff10")
    }

    @Test func noID() {
        #expect(ELFNotes.buildID(in: []) == nil)
        #expect(ELFNotes.buildID(in: Array("#!/bin/sh\n".utf8)) == nil)
        #expect(ELFNotes.buildID(in: file(notes: [])) == nil)
        #expect(ELFNotes.buildID(in: file(notes: note("GNU", kind: 3, []))) == nil)
        #expect(ELFNotes.buildID(in: file(notes: note("GNU", kind: 3, [1]), kind: 1)) == nil)
    }

    /// Every file that is cut off or has one wrong byte is read without a crash.
    @Test func damagedFiles() {
        let whole = file(notes: note("GNU", kind: 1, [1]) + note("GNU", kind: 3, [2, 3]))
        for count in whole.indices { _ = ELFNotes.buildID(in: Array(whole[..<count])) }
        for index in whole.indices {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var damaged = whole
                damaged[index] = value
                _ = ELFNotes.buildID(in: damaged)
            }
        }
        var huge = whole
        for index in 72..<80 { huge[index] = 0x7F }
        #expect(ELFNotes.buildID(in: huge) == nil)
    }
}
