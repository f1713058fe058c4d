import Basics

extension InlineReader {
    /// Reads a text node: raw text, interrupted by what libcmark has replaced (escapes, character references, NUL).
    mutating func readText(_ literal: UnsafeBufferPointer<UInt8>, _ builder: inout TreeBuilder) {
        let base = builder.store(literal).range.lowerBound
        var index = 0
        var rawStart = 0
        var rawSource = cursor
        while index < literal.count, isAligned {
            // Most bytes are the same in the literal and in the leaf.
            let same = commonLength(literal, from: index)
            index += same
            cursor += same
            guard index < literal.count else { break }
            let special = specialLength(literal, index)
            guard special.source > 0 else {
                guard cursor < bytes.count, bytes[cursor] == literal[index] else {
                    isAligned = false
                    break
                }
                cursor += 1
                index += 1
                continue
            }
            appendText(.raw, base + rawStart..<base + index, rawSource..<cursor)
            appendText(.literal, base + index..<base + index + special.text, cursor..<cursor + special.source)
            cursor += special.source
            index += special.text
            rawStart = index
            rawSource = cursor
        }
        appendText(.raw, base + rawStart..<base + index, rawSource..<cursor)
        appendText(.literal, base + index..<base + literal.count, cursor..<cursor)
    }

    /// The number of bytes from the cursor on that are the same in the literal and are not the start of an escape or reference.
    private func commonLength(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            let limit = min(literal.count - start, bytes.count - cursor)
            guard limit > 0 else { return 0 }
            let text = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(literal)[start..<start + limit])
            let source = UnsafeBufferPointer(rebasing: bytes[cursor..<cursor + limit])
            let end = source.first(of: .escapes)
            let raw = UnsafeRawBufferPointer(source)
            var length = 0
            while length + 8 <= end,
                raw.loadUnaligned(fromByteOffset: length, as: UInt64.self)
                    == text.loadUnaligned(fromByteOffset: length, as: UInt64.self)
            { length += 8 }
            while length < end, raw[length] == text[length] { length += 1 }
            return length
        }
    }

    private mutating func appendText(_ kind: InlineToken.Kind, _ text: Range<Int>, _ range: Range<Int>) {
        if !text.isEmpty { tokens.append(InlineToken(kind, text: ByteRange(text), at: range)) }
    }

    /// The lengths of the escape, character reference or NUL at the cursor, and of the text it stands for; zeros if there is none.
    private func specialLength(_ literal: UnsafeBufferPointer<UInt8>, _ index: Int) -> (source: Int, text: Int) {
        guard cursor < bytes.count else { return (0, 0) }
        switch bytes[cursor] {
        case UInt8(ascii: "\\") where byte(cursor + 1).isASCIIPunctuation && byte(cursor + 1) == literal[index]:
            return (2, 1)
        case UInt8(ascii: "&"):
            let rest = UnsafeBufferPointer(rebasing: literal[index...])
            return CharacterReference(in: bytes, at: cursor, giving: rest).map { ($0.source, $0.text) } ?? (0, 0)
        case 0: return step(literal, index).map { ($0 == 3 ? 1 : 0, 3) } ?? (0, 0)
        default: return (0, 0)
        }
    }
}
