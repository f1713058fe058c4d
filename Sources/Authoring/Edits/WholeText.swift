import CasebookLoading
import Diagnostics

/// A file that is edited as text, such as `casebook.yml`.
public enum WholeText {
    /// Returns the text of a file with LF line ends and without a byte order mark; nil if it is not UTF-8.
    public static func text(of bytes: [UInt8]) -> String? {
        StoredText(SourceFile(path: "", bytes: bytes)).map { String(decoding: $0.text.utf8, as: UTF8.self) }
    }

    /// Returns the bytes of a file with another text. Lines that stay keep their bytes, and new lines end as most others do.
    ///
    /// - Parameters:
    ///   - text: The new text, with any line ends.
    ///   - old: The bytes of the file; of a file that is not UTF-8, nothing is kept.
    public static func bytes(_ text: String, replacing old: [UInt8]) -> [UInt8] {
        let new = Array(SourceDecoder.withLineFeeds(Array(text.utf8)))
        guard let stored = StoredText(SourceFile(path: "", bytes: old)) else { return new }
        let known = stored.text.utf8
        var start = zip(known, new).prefix { $0 == $1 }.count
        while start > 0, known[start - 1] != 0x0A { start -= 1 }
        let limit = min(known.count, new.count) - start
        var end = zip(known.reversed(), new.reversed()).prefix(limit) { $0.0 == $0.1 }
        while end > 0, end < known.count, known[known.count - end - 1] != 0x0A { end -= 1 }
        let middle = String(decoding: new[start..<(new.count - end)], as: UTF8.self)
        return stored.applying([.init(range: start..<(known.count - end), text: middle)])
    }
}

extension Sequence {
    /// The number of elements at the start that satisfy a condition, at most as many as given.
    fileprivate func prefix(_ limit: Int, while condition: (Element) -> Bool) -> Int {
        var count = 0
        for element in self {
            guard count < limit, condition(element) else { break }
            count += 1
        }
        return count
    }
}
