import Basics
import Diagnostics

/// A character of a file that readers cannot see, or take for another one.
struct SuspectInFile: Sendable {
    let character: SuspectCharacter
    /// The range in the file.
    var bytes: Range<Int>
    /// The key of the value that it is in; nil for the body.
    let key: KeyName?
    /// How many there are in the range, one after the other.
    var count = 1

    /// What to write instead; nil if that is not certain.
    func replacement(in text: SourceText) -> String? {
        guard let meant = character.meant else { return nil }
        switch character.kind {
        case .lineBreak where key != nil || isInLineBlock(text): return key != nil ? "" : " "
        case .noBreakSpace where isAtLineEnd(text): return ""
        case .noBreakSpace: return String(repeating: meant, count: count)
        default: return meant
        }
    }

    /// Whether the line is a heading or a row of a table, which no line break may divide.
    private func isInLineBlock(_ text: SourceText) -> Bool {
        let start = text.utf8[..<bytes.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let first = text.utf8[start..<bytes.lowerBound].first { $0 != 0x20 }
        return first == UInt8(ascii: "#") || first == UInt8(ascii: "|")
    }

    private func isAtLineEnd(_ text: SourceText) -> Bool {
        var next = bytes.upperBound
        while next < text.utf8.count, text.utf8[next] == 0x20 || text.utf8[next] == 0xC2 || text.utf8[next] == 0xA0 {
            next += 1
        }
        return next == text.utf8.count || text.utf8[next] == 0x0A
    }

    /// Returns each run of equal invisible or lost characters as one.
    private static func joined(_ all: [SuspectInFile]) -> [SuspectInFile] {
        var result: [SuspectInFile] = []
        for suspect in all {
            let mayJoin = [.invisible, .noBreakSpace, .replacement].contains(suspect.character.kind)
            if mayJoin, let last = result.last, last.character == suspect.character,
                last.bytes.upperBound == suspect.bytes.lowerBound
            {
                result[result.count - 1].bytes = last.bytes.lowerBound..<suspect.bytes.upperBound
                result[result.count - 1].count += 1
            } else {
                result.append(suspect)
            }
        }
        return result
    }

    /// The most that are reported of a file.
    private static let limit = 500

    /// Returns those of a file in order: in the values of front matter and in the body.
    ///
    /// - Complexity: O(length) for the few files that may have any, else O(1).
    static func all(
        in text: SourceText, values: @autoclosure () -> [(text: FieldText, field: Field)], body: Range<Int>
    ) -> [SuspectInFile] {
        guard text.mayHoldSuspects else { return [] }
        return text.utf8.withUnsafeBufferPointer { bytes in
            var all: [SuspectInFile] = []
            for (value, field) in values() {
                all += SuspectCharacter.find(in: bytes, value.bytes).map {
                    SuspectInFile(character: $0.character, bytes: $0.bytes, key: field.shown)
                }
                // A tab is a character of its own in a value.
                let holdsText = value.corrected == nil && field.forms.contains(.shown)
                for offset in value.content where bytes[offset] == 0x09 && holdsText {
                    all.append(
                        SuspectInFile(
                            character: SuspectCharacter(scalar: "\t", kind: .control), bytes: offset..<offset + 1,
                            key: field.shown))
                }
            }
            all += SuspectCharacter.find(in: bytes, body).map {
                SuspectInFile(character: $0.character, bytes: $0.bytes, key: nil)
            }
            // A text with more has to be checked again after fixing these.
            return Array(joined(all).prefix(limit))
        }
    }
}
