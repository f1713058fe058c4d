import Basics
import Foundation
import Site

/// Keeps the records of builds in a folder outside the sites, so that a site is the same on every machine.
///
/// The folder may be emptied at any time. A build without a record renders every page.
public struct BuildCache: Sendable {
    private let folder: String

    /// - Parameter folder: The path of the folder, which is created when it is needed.
    public init(folder: String) {
        self.folder = folder
    }

    /// The folder `knowhow` in the user's folder for caches; nil if the system has none.
    public static var ofUser: BuildCache? {
        FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first.map {
            BuildCache(folder: $0.appending(path: "knowhow").path)
        }
    }

    /// The record of the last build into an output folder; nil if there is no usable one.
    func record(of output: String) -> BuildRecord? {
        guard let path = path(of: output), let status = Disk.status(of: path), let bytes = try? Disk.bytes(of: path),
            var record = BuildRecord(bytes)
        else { return nil }
        record.time = status.modified
        return record
    }

    /// Stores the record of a build. If that fails, the next build renders every page.
    func keep(_ record: BuildRecord, of output: String) {
        guard let path = path(of: output), (try? OpenFolder.makeAll(folder)) != nil,
            let file = try? FileReplacement(path), (try? file.append(record.bytes)) != nil
        else { return }
        try? file.finish()
    }

    private func path(of output: String) -> String? {
        Disk.resolvedPath(of: output).map { "\(folder)/\(ContentHash(Array($0.utf8)).hexadecimal)" }
    }
}
