import Synchronization

/// The texts of files that browsers show next to a form and that are not saved, the newest few.
///
/// Each has a number, from which a frame gets its page: the text itself is too long for an address.
final class UnsavedTexts: Sendable {
    /// How many texts are kept: more than there are forms open at the same time, as a frame asks at once.
    private static let most = 16

    private struct Entry {
        let number: Int
        let location: String
        let bytes: [UInt8]
    }

    private let entries = Mutex<(next: Int, kept: [Entry])>((1, []))

    /// Keeps a text, and returns its number.
    func add(_ location: String, _ bytes: [UInt8]) -> Int {
        entries.withLock { entries in
            if let last = entries.kept.last(where: { $0.location == location }), last.bytes == bytes { return last.number }
            let number = entries.next
            entries.next += 1
            entries.kept.append(Entry(number: number, location: location, bytes: bytes))
            if entries.kept.count > Self.most { entries.kept.removeFirst() }
            return number
        }
    }

    /// The text with a number; nil if it is not kept any more.
    func text(_ number: Int) -> (location: String, bytes: [UInt8])? {
        entries.withLock { entries in entries.kept.first { $0.number == number }.map { ($0.location, $0.bytes) } }
    }
}
