import Foundation
import Publishing

/// Temporary files that a program left in a content folder because it was killed in the middle of a save: `.c001.md.PID.part`, and
/// `.new-0.PID.part` for new cases (`Disk.temporaryName`).
public enum LeftFiles {
    /// How old a file has to be, in seconds, to be removed. A program on another computer, which shares the folder, may be writing it.
    static let age: TimeInterval = 600

    /// Removes such files of processes that are gone. What cannot be read or removed stays.
    ///
    /// - Parameters:
    ///   - content: The path of the content folder.
    ///   - now: The time.
    /// - Returns: How many were removed.
    @discardableResult
    public static func remove(from content: String, at now: Date) -> Int {
        guard let root = try? OpenFolder(content) else { return 0 }
        return remove(from: root, depth: 0, at: now)
    }

    /// - Parameter depth: How many folders are above, in the content folder. Of hidden folders, only those of backups are looked at.
    private static func remove(from folder: OpenFolder, depth: Int, at now: Date) -> Int {
        var count = 0
        for entry in (try? folder.entries()) ?? [] where entry.isUTF8 {
            switch entry.kind {
            case .folder where depth < 3 && (!entry.name.hasPrefix(".") || entry.name == BackupFolder.name):
                if let inner = try? folder.folder(entry.name) { count += remove(from: inner, depth: depth + 1, at: now) }
            case .file where process(of: entry.name).map({ !isRunning($0) }) ?? false:
                guard let status = try? folder.entry(entry.name), status.kind == .file,
                    now.timeIntervalSince1970 - Double(status.file.modified) / 1e9 > age
                else { continue }
                folder.discard(entry.name)
                count += 1
            default: break
            }
        }
        return count
    }

    /// The process that a temporary file is named after; nil for other files.
    static func process(of name: String) -> pid_t? {
        guard name.hasPrefix("."), name.hasSuffix(".part") else { return nil }
        let parts = name.dropLast(".part".count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, let digits = parts.last, !digits.isEmpty,
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            digits.first != "0", let number = pid_t(digits)
        else { return nil }
        let original = parts[1...].dropLast().joined(separator: ".")
        return original.hasSuffix(".md") || original.hasPrefix("new-") || original == "casebook.yml"
            || original == "readings.csv"
            || isImage(original) ? number : nil
    }

    /// Whether a name is that of an image that the desk stores.
    private static func isImage(_ name: String) -> Bool {
        [".png", ".jpg", ".gif", ".webp", ".avif", ".svg"].contains { name.hasSuffix($0) }
    }

    /// Whether a process is running on this computer. One of another user is.
    private static func isRunning(_ process: pid_t) -> Bool { kill(process, 0) == 0 || errno == EPERM }
}
