import Authoring
import Basics
import Diagnostics
import Foundation

/// Which bytes a file has: a hash of them.
public struct FileVersion: Sendable, Hashable {
    private let hash: UInt64

    /// The version of a file with these bytes.
    public init(of bytes: [UInt8]) { hash = ContentHash(bytes).value }

    /// Reads what ``text`` writes.
    public init?(_ text: String) {
        guard text.utf8.count == 16, text.utf8.first != UInt8(ascii: "+"), let hash = UInt64(text, radix: 16) else {
            return nil
        }
        self.hash = hash
    }

    /// Sixteen digits, for forms and addresses.
    public var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// A file of the content as it was read.
public struct StoredFile: Sendable {
    /// The path relative to the content folder.
    public let location: String
    /// The bytes, with the path that messages show.
    public let source: SourceFile
    /// What to give with a change, so that it is made to this version only.
    public let version: FileVersion

    public var bytes: [UInt8] { source.bytes }
}

/// A change of a file of the content. Locations are relative to the content folder.
public enum FileChange: Sendable {
    case replace(location: String, version: FileVersion, bytes: [UInt8])
    /// There must be no file of the name yet.
    case create(location: String, bytes: [UInt8])
    case remove(location: String, version: FileVersion)

    /// The path relative to the content folder.
    public var location: String {
        switch self {
        case .replace(let location, _, _), .create(let location, _), .remove(let location, _): location
        }
    }
}

/// An earlier version of a file, as it was before a change.
public struct StoredBackup: Sendable, Hashable {
    /// Names the backup in forms and addresses. It is looked up, and never used as a path.
    public let id: String
    /// The path of the file relative to the content folder.
    public let location: String
    /// When the file was changed.
    public let date: Date
    /// Whether `check --fix` or `import` changed it.
    public let isOfCommand: Bool
    /// The folder in `.backup` that it is in.
    let folder: String
}

/// The names of the folders in `.backup` for saves: the time in UTC, such as `20260401T093000Z`.
enum BackupName {
    static func text(of date: Date) -> String {
        var (seconds, parts) = (time_t(date.timeIntervalSince1970), tm())
        gmtime_r(&seconds, &parts)
        func digits(_ number: Int32, _ count: Int = 2) -> String {
            String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
        }
        return digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1) + digits(parts.tm_mday) + "T"
            + digits(parts.tm_hour) + digits(parts.tm_min) + digits(parts.tm_sec) + "Z"
    }

    /// The time that a name says; nil for other names. Several saves in one second differ by a number after it.
    static func date(of name: String) -> Date? {
        let text = Array(name.utf8.prefix(16))
        guard text.count == 16, text[8] == UInt8(ascii: "T"), text[15] == UInt8(ascii: "Z") else { return nil }
        func number(_ range: Range<Int>) -> Int32? {
            let digits = text[range]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
        }
        guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), let hour = number(9..<11),
            let minute = number(11..<13), let second = number(13..<15)
        else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
        return Date(timeIntervalSince1970: Double(timegm(&parts)))
    }
}

extension ContentChange {
    /// The changes of the files, each to the version that was read.
    public var changes: [FileChange] {
        files.map { file in
            guard let before = file.before else { return .create(location: file.location, bytes: file.after ?? []) }
            let version = FileVersion(of: before)
            guard let after = file.after else { return .remove(location: file.location, version: version) }
            return .replace(location: file.location, version: version, bytes: after)
        }
    }
}
