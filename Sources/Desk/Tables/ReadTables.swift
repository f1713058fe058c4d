import Authoring
import Basics
import CasebookLoading
import Diagnostics
import Foundation
import Synchronization

/// The table files that editors sent and have not taken yet, the newest few, each set under an id that nobody can guess.
///
/// The files are kept, not what was found in them: they are read again when cases are taken, so what is written always fits the content
/// as it is then.
package final class ReadTables: Sendable {
    /// How many bytes all files of one request may have.
    package static let longest = 16 << 20
    /// How many sets of files are kept, how many bytes of them, and for how long.
    private static let limit = (count: 8, bytes: 64 << 20, seconds: TimeInterval(2 * 60 * 60))

    /// Files that were sent together.
    package struct Entry: Sendable {
        package let id: String
        package let files: [SourceFile]
        let encoding: CSVEncoding?
        let date: Date
        /// What was taken of them, in order.
        package var taken: [Taken] = []

        fileprivate var size: Int { files.reduce(0) { $0 + $1.bytes.count } }
    }

    /// A case that was made or changed from the files.
    package struct Taken: Sendable {
        /// Names what was taken among what the files hold.
        let key: String
        /// The name of the case's file without `.md`.
        let name: String
        let title: String
        /// Where its title is in the files; nil for a changed case.
        let place: (path: String, range: SourceRange?)?

        var isUpdate: Bool { place == nil }

        package init(key: String, name: String, title: String, place: (path: String, range: SourceRange?)?) {
            self.key = key
            self.name = name
            self.title = title
            self.place = place
        }
    }

    private let entries = Mutex<[Entry]>([])

    package init() {}

    /// Held while cases are taken, so that two requests never take the same one.
    let turn = Mutex(())

    /// Keeps files, and returns their id.
    package func add(_ files: [SourceFile], encoding: CSVEncoding?, at date: Date) -> String {
        let entry = Entry(id: DeskKeys.Secrets.random(), files: files, encoding: encoding, date: date)
        entries.withLock { entries in
            Self.removeOld(&entries, at: date)
            entries.append(entry)
            while entries.count > Self.limit.count
                || entries.count > 1 && entries.reduce(0, { $0 + $1.size }) > Self.limit.bytes
            {
                entries.removeFirst()
            }
        }
        return entry.id
    }

    /// The files with an id; nil if they are not kept any more, or never were.
    package func entry(_ id: String, at date: Date) -> Entry? {
        entries.withLock { entries in
            Self.removeOld(&entries, at: date)
            return entries.first { DeskKeys.areEqual($0.id, id) }
        }
    }

    /// Notes what was taken of the files with an id.
    package func note(_ taken: [Taken], of id: String) {
        entries.withLock { entries in
            guard let index = entries.firstIndex(where: { $0.id == id }) else { return }
            entries[index].taken += taken
        }
    }

    private static func removeOld(_ entries: inout [Entry], at date: Date) {
        // The clock of a computer may be set back a little.
        entries.removeAll { abs(date.timeIntervalSince($0.date)) > limit.seconds }
    }
}
