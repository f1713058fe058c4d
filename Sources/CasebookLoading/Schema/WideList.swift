import Diagnostics

/// Corrects lists with Japanese punctuation: `［a、b］`, `a、b`, `[a、b]`.
package enum WideList {
    /// Returns the list that a value is intended as; `nil` if the value is correct.
    ///
    /// Japanese commas can be part of a term's name. So values of taxonomies are split only inside brackets; ``TermUses`` splits the
    /// others if no term has the name.
    static func corrected(_ value: FieldValue, kind: Field.Kind, in source: SourceText) -> FieldValue? {
        var splitsCommas = true
        if case .terms = kind { splitsCommas = false }
        switch value {
        case .text(let text) where text.corrected == nil && text.bytes == text.content:
            let inner = withoutBrackets(text.bytes, in: source)
            guard inner != nil || splitsCommas else { return nil }
            let items = split(inner ?? text.bytes, in: source)
            // Brackets that do not form a pair are not a list.
            guard inner != nil || items.count > 1, !items.contains(where: { hasBracket($0, in: source) }) else { return nil }
            return .list(items.map { .text(FieldText(bytes: $0)) }, bytes: text.bytes)
        case .list(let items, let bytes) where splitsCommas:
            var isCorrected = false
            let corrected = items.flatMap { item -> [FieldValue] in
                guard let text = item.text, text.corrected == nil, text.bytes == text.content else { return [item] }
                let parts = split(text.bytes, in: source)
                guard parts.count > 1 else { return [item] }
                isCorrected = true
                return parts.map { .text(FieldText(bytes: $0)) }
            }
            return isCorrected ? .list(corrected, bytes: bytes) : nil
        default:
            return nil
        }
    }

    /// Returns the ranges between commas of any width, without the spaces around them and without empty ranges.
    package static func split(_ range: Range<Int>, in source: SourceText) -> [Range<Int>] {
        source.utf8.withUnsafeBufferPointer { bytes in
            let parser = FrontMatterParser(source: source, bytes: bytes)
            var parts: [Range<Int>] = []
            var start = range.lowerBound
            var index = start
            while index <= range.upperBound {
                let length =
                    index == range.upperBound
                    ? 1 : bytes[index] == 0x2C ? 1 : OddCharacters.comma(bytes, index, before: range.upperBound)
                if length > 0 {
                    let first = parser.skippingSpaces(start, before: index)
                    let part = parser.trimmingEnd(first..<index)
                    if !part.isEmpty { parts.append(part) }
                    start = min(index + length, range.upperBound)
                }
                index += max(length, 1)
            }
            return parts
        }
    }

    private static func hasBracket(_ range: Range<Int>, in source: SourceText) -> Bool {
        source.string(range).contains { "[]［］".contains($0) }
    }

    /// Returns the range between two brackets, of which at least one is full-width.
    private static func withoutBrackets(_ range: Range<Int>, in source: SourceText) -> Range<Int>? {
        source.utf8.withUnsafeBufferPointer { bytes in
            guard range.count >= 3 else { return nil }
            let opening = OddCharacters.openingBracket(bytes, range.lowerBound, before: range.upperBound)
            let closing = OddCharacters.closingBracket(bytes, range.upperBound - 3, before: range.upperBound)
            let start = opening > 0 ? opening : bytes[range.lowerBound] == 0x5B ? 1 : 0
            let end = closing > 0 ? closing : bytes[range.upperBound - 1] == 0x5D ? 1 : 0
            guard opening > 0 || closing > 0, start > 0, end > 0, range.count >= start + end else { return nil }
            return range.lowerBound + start..<range.upperBound - end
        }
    }
}
