import Basics
import CasebookLoading
import Foundation
import Site

/// Keeps the records of builds in a folder outside the sites, so that a site is the same on every machine.
///
/// The folder may be emptied at any time. A build without a record renders every page.
public struct BuildCache: Sendable {
    let folder: String

    /// - Parameter folder: The path of the folder, which is created when it is needed.
    public init(folder: String) {
        self.folder = folder
    }

    /// The folder `knowhow` in the user's folder for caches; nil if the system has none.
    ///
    /// On Linux that is `XDG_CACHE_HOME`, otherwise `.cache` in the home folder. The XDG Base Directory Specification says that
    /// relative paths are ignored. If `HOME` is missing or relative, the system's list of users names the home folder. A home folder
    /// is never created.
    public static var ofUser: BuildCache? {
        #if os(Linux)
        if let path = absolutePath(getenv("XDG_CACHE_HOME")) { return BuildCache(folder: "\(path)/knowhow") }
        guard let home = absolutePath(getenv("HOME")) ?? absolutePath(getpwuid(getuid())?.pointee.pw_dir),
            Disk.status(of: home)?.isFolder == true
        else { return nil }
        return BuildCache(folder: "\(home)/.cache/knowhow")
        #else
        return FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first.map {
            BuildCache(folder: $0.appending(path: "knowhow").path)
        }
        #endif
    }

    private static func absolutePath(_ bytes: UnsafeMutablePointer<CChar>?) -> String? {
        bytes.flatMap { String(validatingCString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// The record of the last build into an output folder; nil if there is no usable one.
    func record(of output: String) -> BuildRecord? {
        guard let path = path(of: output), let status = Disk.status(of: path), let bytes = try? Disk.bytes(of: path),
            var record = BuildRecord(bytes)
        else { return nil }
        record.time = status.modified
        return record
    }

    /// What the last build into an output folder read.
    public func reading(for output: String) -> EarlierReading {
        let bytes = path(of: output).flatMap { try? Disk.bytes(of: $0 + Self.readingSuffix) }
        return EarlierReading(kept: bytes.flatMap { KeptReading($0) })
    }

    /// Stores the record of a build. If that fails, the next build renders every page.
    func keep(_ record: BuildRecord, of output: String) {
        keep(record.bytes, suffix: "", of: output)
    }

    /// Stores what a build read. If that fails, the next build reads every file.
    func keep(_ reading: KeptReading, for output: String) {
        keep(reading.bytes, suffix: Self.readingSuffix, of: output)
    }

    private static let readingSuffix = ".cases"

    private func keep(_ bytes: [UInt8], suffix: String, of output: String) {
        // Warnings about drafts are for the user alone.
        guard let path = path(of: output), (try? OpenFolder.makeAll(folder)) != nil,
            let file = try? FileReplacement(path + suffix, permissions: 0o600), (try? file.append(bytes)) != nil
        else { return }
        // A file that a power failure has damaged is noticed and not used.
        try? file.finish(isFlushed: false)
    }

    /// The path of the record of an output folder, and the start of the paths of other files about it.
    func path(of output: String) -> String? {
        Disk.resolvedPath(of: output).map { "\(folder)/\(ContentHash(Array($0.utf8)).hexadecimal)" }
    }
}
