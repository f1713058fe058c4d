import Basics
import Foundation
import Markdown

/// A text that differs between two versions of this program.
enum ProgramIdentity {
    /// Describes the file of the program and the version of libcmark. If the file is unknown, the text differs in each run.
    ///
    /// The id of the build tells two programs apart even if they have the same size and time.
    static let text: String = {
        let path = ExecutableFile.path
        guard let status = Disk.status(of: path), let build = buildID(of: path) else { return UUID().uuidString }
        return "\(build) \(status.fingerprint) \(MarkdownDocument.parserVersion)"
    }()

    /// The id that the linker gave the program, otherwise a hash of the whole program.
    private static func buildID(of path: String) -> String? {
        if let start = try? Disk.firstBytes(65_536, of: path), let id = ELFNotes.buildID(in: start) { return id }
        return (try? Disk.bytes(of: path)).map { ContentHash($0).hexadecimal }
    }
}

/// Reads the notes of a 64-bit little-endian ELF file (System V ABI, chapter 5).
package enum ELFNotes {
    /// The id of the build: the note of type 3 by `GNU`, as hexadecimal digits.
    ///
    /// - Parameter file: The first bytes of the file.
    /// - Returns: Nil if it is another kind of file, or has no such note in these bytes.
    package static func buildID(in file: [UInt8]) -> String? {
        guard file.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]), let table = number(8, at: 32, in: file),
            let entrySize = number(2, at: 54, in: file), let count = number(2, at: 56, in: file)
        else { return nil }
        for index in 0..<count {
            let entry = table.addingReportingOverflow(index * entrySize).partialValue
            guard let kind = number(4, at: entry, in: file) else { return nil }
            guard kind == 4, let start = number(8, at: entry + 8, in: file), let size = number(8, at: entry + 32, in: file)
            else { continue }
            if let id = buildID(in: file, from: start, size: size) { return id }
        }
        return nil
    }

    /// Notes follow one another: the sizes of name and content, a type, the name and the content, both filled up to four bytes.
    private static func buildID(in file: [UInt8], from start: Int, size: Int) -> String? {
        guard start <= file.count, size <= file.count - start else { return nil }
        var position = start
        while position < start + size {
            guard let nameSize = number(4, at: position, in: file), let contentSize = number(4, at: position + 4, in: file),
                let kind = number(4, at: position + 8, in: file)
            else { return nil }
            let content = position + 12 + (nameSize + 3) / 4 * 4
            let next = content + (contentSize + 3) / 4 * 4
            guard next <= file.count else { return nil }
            if kind == 3, contentSize > 0, file[(position + 12)..<(position + 12 + nameSize)].elementsEqual("GNU\0".utf8) {
                return file[content..<(content + contentSize)].map { byte in
                    (byte < 16 ? "0" : "") + String(byte, radix: 16)
                }.joined()
            }
            position = next
        }
        return nil
    }

    /// A little-endian number; nil if it is not within the bytes or too large.
    private static func number(_ size: Int, at position: Int, in bytes: [UInt8]) -> Int? {
        guard position >= 0, position <= bytes.count - size else { return nil }
        var value: UInt64 = 0
        for byte in bytes[position..<(position + size)].reversed() { value = value << 8 | UInt64(byte) }
        return Int(exactly: value)
    }
}
