import Foundation

/// Texts in which characters that look like kanji are those kanji, at the same offsets.
package enum LookalikeBytes {
    /// Returns UTF-8 with kanji instead of radicals and compatibility ideographs, all of which have three bytes; nil if there are none.
    ///
    /// `⺠間` (U+2EA0) becomes `民間`, and `福` (U+FA1B) becomes `福` (U+798F). O(length).
    package static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var result: [UInt8]?
        fold(in: text, lead: 0xE2, seconds: 0xBA...0xBF, into: &result)
        fold(in: text, lead: 0xEF, seconds: 0xA4...0xAB, into: &result)
        return result
    }

    /// Folds the characters that start with a byte and have one of some second bytes.
    private static func fold(
        in text: UnsafeBufferPointer<UInt8>, lead: UInt8, seconds: ClosedRange<UInt8>, into result: inout [UInt8]?
    ) {
        guard let base = text.baseAddress else { return }
        var index = 0
        while index + 2 < text.count, let found = memchr(base + index, Int32(lead), text.count - index - 2) {
            index = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            if seconds.contains(text[index + 1]) {
                let written = String(decoding: text[index..<index + 3], as: UTF8.self)
                let radical = written.unicodeScalars.first.flatMap(CJKRadicals.kanji)
                let kanji = radical.map { Array(String($0).utf8) } ?? Array(written.precomposedStringWithCanonicalMapping.utf8)
                if kanji.count == 3 {
                    var bytes = result ?? Array(text)
                    result = nil
                    bytes.replaceSubrange(index..<index + 3, with: kanji)
                    result = bytes
                }
            }
            index += 3
        }
    }
}
