import Foundation
import Publishing
import Synchronization

/// The archives of changes that were made lately, each under an id that nobody can guess.
final class KeptArchives: Sendable {
    /// How many bytes a form with a manifest may have.
    static let longestManifest = 16 << 20
    /// How many archives are kept, and for how long.
    private static let limit = (count: 3, seconds: TimeInterval(2 * 60 * 60))

    /// An archive with what is in it.
    struct Entry: Sendable {
        let id: String
        let file: TemporaryFile
        let changes: ChangeList
        let date: Date
    }

    private let entries = Mutex<[Entry]>([])

    /// Keeps an archive, and returns its id.
    func add(_ file: TemporaryFile, _ changes: ChangeList, at date: Date) -> String {
        let entry = Entry(id: DeskKeys.Secrets.random(), file: file, changes: changes, date: date)
        entries.withLock { entries in
            entries.append(entry)
            if entries.count > Self.limit.count { entries.removeFirst() }
        }
        return entry.id
    }

    /// The archive with an id; nil if it is not kept any more, or never was.
    func entry(_ id: String, at date: Date) -> Entry? {
        entries.withLock { entries in
            entries.removeAll { abs(date.timeIntervalSince($0.date)) > Self.limit.seconds }
            return entries.first { DeskKeys.areEqual($0.id, id) }
        }
    }
}
