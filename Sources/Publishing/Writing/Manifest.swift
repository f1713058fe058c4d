import Foundation
import Site

/// The list of what a build wrote: for each path below the output folder, the hash of its content.
///
/// Kept as `.knowhow/manifest.json`: `{"version": 1, "files": {"about.html": "0123456789abcdef", …}}`, a file a line, sorted.
public struct Manifest: Sendable, Hashable {
    static let folder = ".knowhow"
    static let fileName = "manifest.json"
    static let path = ".knowhow/manifest.json"

    /// Path → sixteen hexadecimal digits, or nothing while a build that is to write the file is under way.
    public var files: [String: String]

    public init(files: [String: String] = [:]) {
        self.files = files
    }

    /// Refuses an output folder that holds visible files and no manifest.
    ///
    /// - Throws: `foreignFolder`; `unreadable`.
    static func refuseForeignFolder(_ root: OpenFolder) throws(PublishingError) {
        let own = try root.folder(folder)?.entries() ?? []
        if own.contains(where: { $0.name == fileName }) { return }
        let isEmpty = try root.entries().allSatisfy { $0.name.hasPrefix(".") }
        guard isEmpty else { throw .foreignFolder(path: root.path) }
    }

    /// The manifest in the build's own folder; an empty one when there is none yet.
    ///
    /// - Throws: `brokenManifest`; `unreadable`.
    static func load(from work: OpenFolder) throws(PublishingError) -> Manifest {
        guard let bytes = try work.read(fileName) else { return Manifest() }
        guard let manifest = sound(bytes) else { throw .brokenManifest(path: "\(work.path)/\(fileName)") }
        return manifest
    }

    /// The manifest of an earlier site, in a file that the user named.
    ///
    /// - Throws: `notManifest`; `unreadable`.
    static func read(_ path: String) throws(PublishingError) -> Manifest {
        guard let manifest = sound(try Disk.read(path)) else { throw .notManifest(path: path) }
        return manifest
    }

    /// The manifest in some bytes; nil when they are none, or name a path that no build writes.
    private static func sound(_ bytes: [UInt8]) -> Manifest? {
        Manifest(json: bytes).flatMap { $0.files.keys.allSatisfy(isOwn) ? $0 : nil }
    }

    /// Whether a path is one that a build could have written: below the folder, plain names, none of the build's own.
    private static func isOwn(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.first.map { $0 != Self.folder } ?? false
            && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    private struct Form: Decodable {
        let version: Int
        let files: [String: String]
    }

    /// Reads what ``json`` writes; nil when the bytes are something else.
    init?(json bytes: [UInt8]) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(bytes)), form.version == 1 else { return nil }
        files = form.files
    }

    /// The same bytes for the same list. The paths are the site's own: ASCII without quotation marks.
    var json: [UInt8] {
        let lines = files.sorted { $0.key < $1.key }.map { "    \"\($0.key)\": \"\($0.value)\"" }
        return Array("{\n  \"version\": 1,\n  \"files\": {\n\(lines.joined(separator: ",\n"))\n  }\n}\n".utf8)
    }
}
