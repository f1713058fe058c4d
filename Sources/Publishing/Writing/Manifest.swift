import Foundation
import Site

/// The list of what a build wrote: for each path below the output folder, the hash of its content.
///
/// Kept as `.knowhow/manifest.json`: `{"version": 1, "files": {"about.html": "0123456789abcdef", …}}`, a file a line, sorted.
public struct Manifest: Sendable, Hashable {
    static let folder = ".knowhow"
    static let path = ".knowhow/manifest.json"

    /// Path → sixteen hexadecimal digits.
    public var files: [String: String]

    public init(files: [String: String] = [:]) {
        self.files = files
    }

    /// The manifest in an output folder; an empty one when the folder is new.
    ///
    /// - Throws: `foreignFolder` when the folder holds visible files and no manifest; `brokenManifest`; `unreadable`.
    static func load(below folder: String) throws(PublishingError) -> Manifest {
        let entries = try Disk.entries(of: folder)
        let hasFolder = entries.contains { $0.name == Self.folder }
        let own = hasFolder ? try Disk.entries(of: "\(folder)/\(Self.folder)") : []
        guard own.contains(where: { $0.name == "manifest.json" }) else {
            guard entries.allSatisfy({ $0.name.hasPrefix(".") }) else { throw .foreignFolder(path: folder) }
            return Manifest()
        }
        let shown = "\(folder)/\(path)"
        guard let manifest = Manifest(json: try Disk.read(shown)), manifest.files.keys.allSatisfy(isOwn) else {
            throw .brokenManifest(path: shown)
        }
        return manifest
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
