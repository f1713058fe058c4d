import Diagnostics

/// What changed in some folders.
package enum FolderChanges: Sendable, Equatable {
    /// The system has reported nothing.
    case nothing
    /// Nothing: all files were looked at, or will be looked at later.
    case unchanged
    /// Files of these paths, or files that came or went there. Nothing else.
    case files(Set<String>)
    /// Anything, which only a complete look can find.
    case anything
}

/// Waits for changes in some folders and the folders in them. A folder may be missing and appear later.
///
/// Linux reports changes (``ReportedChanges``), except on some file systems (``SilentFileSystem``). There, where it cannot, and on
/// other systems, all files are looked at in intervals (``ListedChanges``).
package struct FolderWatch: Sendable {
    private enum Way: Sendable {
        #if os(Linux)
        case reported(ReportedChanges)
        #endif
        case listed(ListedChanges)
    }

    private let roots: [String]
    private var way: Way
    /// Why the files are looked at in intervals although the system usually reports changes; nil if it does.
    package private(set) var polling: PollingReason?

    #if os(Linux)
    /// Starts to watch.
    ///
    /// - Parameters:
    ///   - roots: The paths of the folders.
    ///   - isSilent: Whether the system does not report every change in a folder.
    ///   - report: Starts to wait for what the system reports.
    package init(
        _ roots: [String], isSilent: (String) -> Bool = SilentFileSystem.holds,
        report: ([String]) throws(PollingReason) -> ReportedChanges = { (roots) throws(PollingReason) in
            try ReportedChanges(roots)
        }
    ) {
        self.roots = roots
        do throws(PollingReason) {
            if let silent = roots.first(where: isSilent) { throw .silent(folder: silent) }
            way = .reported(try report(roots))
        } catch {
            way = .listed(ListedChanges(roots))
            polling = error
        }
    }
    #else
    /// Starts to watch.
    ///
    /// - Parameter roots: The paths of the folders.
    package init(_ roots: [String]) {
        self.roots = roots
        way = .listed(ListedChanges(roots))
    }
    #endif

    /// Blocks until something changed and then nothing for a moment, at most `limit` milliseconds.
    ///
    /// - Returns: What changed.
    package mutating func wait(limit: Int32 = 1_000) -> FolderChanges {
        switch way {
        case .listed(var watch):
            defer { way = .listed(watch) }
            return watch.wait(limit: limit)
        #if os(Linux)
        case .reported(var watch):
            let changes = watch.wait(limit: limit)
            if let failure = watch.failure {
                // There are more folders now than the system watches.
                watch.end()
                polling = failure
                way = .listed(ListedChanges(roots))
                return .anything
            }
            way = .reported(watch)
            return changes
        #endif
        }
    }
}

/// Why files are looked at in intervals although the system usually reports changes.
public enum PollingReason: Error, Sendable, Hashable {
    /// The file system of a folder does not report every change.
    case silent(folder: String)
    /// There are more folders than the system watches.
    case tooManyFolders
    /// As many programs watch folders as the system allows.
    case tooManyWatchers
    /// The system reports no changes.
    case unavailable

    /// A sentence for people.
    public var message: Message {
        switch self {
        case .silent(let folder):
            Message(
                ja: "「\(folder)」は、変更が知らされないドライブ（ネットワークドライブ、WSL の /mnt/c など）にあるので、一定の間隔で調べます（保存してから数秒で表示に出ます）。",
                en:
                    "“\(folder)” is on a drive that does not report changes (such as a network drive, or /mnt/c in WSL), so it is looked at"
                    + " in intervals: a save shows after some seconds.")
        case .tooManyFolders:
            Message(
                ja: "システムが見張れるフォルダーの数の上限（fs.inotify.max_user_watches）に達したので、一定の間隔で調べます（保存してから数秒で表示に出ます）。",
                en:
                    "There are more folders than the system watches (fs.inotify.max_user_watches), so they are looked at in intervals:"
                    + " a save shows after some seconds.")
        case .tooManyWatchers:
            Message(
                ja: "フォルダーを見張るプログラムの数の上限（fs.inotify.max_user_instances）に達したので、一定の間隔で調べます（保存してから数秒で表示に出ます）。",
                en:
                    "As many programs watch folders as the system allows (fs.inotify.max_user_instances), so they are looked at in"
                    + " intervals: a save shows after some seconds.")
        case .unavailable:
            Message(
                ja: "このシステムでは変更の知らせを受け取れないので、一定の間隔で調べます（保存してから数秒で表示に出ます）。",
                en: "The system reports no changes, so the folders are looked at in intervals: a save shows after some seconds."
            )
        }
    }
}
