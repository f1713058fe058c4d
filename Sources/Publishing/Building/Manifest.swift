import Basics
import Site

/// The list of the files that a build wrote, each with the hash of its content.
///
/// It is stored as `.knowhow/manifest.json` in the output folder: `{"version": 1, "files": {"about.html": "0123456789abcdef", …}}`,
/// one file per line, sorted. The list of a site with drafts has `"drafts": true` after the version.
public struct Manifest: Sendable, Hashable {
    /// A file of the site.
    public struct Entry: Sendable, Hashable {
        /// The path relative to the output folder.
        public let path: String
        /// The hash of the content; nil while a build is running that will write the file.
        public let hash: UInt64?

        /// An entry with a path and the hash of the file's content.
        public init(path: String, hash: UInt64?) {
            self.path = path
            self.hash = hash
        }
    }

    static let folder = ".knowhow"
    static let fileName = "manifest.json"
    static let path = ".knowhow/manifest.json"

    /// All entries, sorted by path, each path once.
    public let entries: [Entry]
    /// Whether the site has drafts, which are not meant for the public.
    public let hasDrafts: Bool

    /// - Parameters:
    ///   - entries: Sorted by path, each path once.
    ///   - hasDrafts: Whether the site has drafts.
    init(sorted entries: [Entry] = [], hasDrafts: Bool = false) {
        self.entries = entries
        self.hasDrafts = hasDrafts
    }

    /// The entry of a path; nil if the path is not listed. O(log files).
    public subscript(path: String) -> Entry? {
        let index = entries.partitioningIndex { $0.path >= path }
        return index < entries.count && entries[index].path == path ? entries[index] : nil
    }

    /// Whether some build has written into a folder.
    package static func exists(in output: String) -> Bool { Disk.status(of: "\(output)/\(path)")?.isFolder == false }

    /// Refuses an output folder that has visible files but no manifest.
    ///
    /// - Throws: `foreignFolder`; `unreadable`.
    static func refuseForeignFolder(_ root: OpenFolder) throws(PublishingError) {
        let own = try root.folder(folder)?.entries() ?? []
        if own.contains(where: { $0.name == fileName }) { return }
        let isEmpty = try root.entries().allSatisfy { $0.name.hasPrefix(".") }
        guard isEmpty else { throw .foreignFolder(path: root.path) }
    }

    /// Reads the manifest in the folder `.knowhow` and the hash of its file. Without a file the manifest is empty.
    ///
    /// - Throws: `brokenManifest`; `unreadable`.
    static func load(from work: OpenFolder) throws(PublishingError) -> (manifest: Manifest, hash: UInt64) {
        guard let bytes = try work.read(fileName) else { return (Manifest(), ContentHash([]).value) }
        guard let manifest = Manifest(json: bytes) else {
            throw .brokenManifest(path: "\(work.path)/\(fileName)")
        }
        return (manifest, ContentHash(bytes).value)
    }

    /// Reads the manifest of an earlier site from a file that the user named.
    ///
    /// - Throws: `notManifest`; `unreadable`.
    static func read(_ path: String) throws(PublishingError) -> Manifest {
        guard let manifest = Manifest(json: try Disk.bytes(of: path)) else { throw .notManifest(path: path) }
        return manifest
    }

    /// Whether a build could have written a path: plain names inside the output folder, outside `.knowhow`.
    static func isOwn(_ path: String) -> Bool {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return parts.first.map { !$0.elementsEqual(Self.folder.utf8) } ?? false
            && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}

/// The manifest as JSON.
extension Manifest {
    /// Reads what ``json`` writes, with any white space between the tokens.
    ///
    /// - Returns: Nil if the bytes are anything else, or name a path that no build writes.
    package init?(json bytes: [UInt8]) {
        var reader = ManifestReader(bytes)
        guard let (hasDrafts, found) = reader.manifest() else { return nil }
        var entries = found
        guard entries.allSatisfy({ Self.isOwn($0.path) }) else { return nil }
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.path < $1.path }
        if !isSorted {
            entries.sort { $0.path < $1.path }
            guard zip(entries, entries.dropFirst()).allSatisfy({ $0.path < $1.path }) else { return nil }
        }
        self.init(sorted: entries, hasDrafts: hasDrafts)
    }

    /// The same bytes for the same list. Paths are ASCII without quotation marks and backslashes, so nothing is escaped.
    var json: [UInt8] {
        var bytes = Array("{\n  \"version\": 1,\n".utf8)
        if hasDrafts { bytes += "  \"drafts\": true,\n".utf8 }
        bytes += "  \"files\": {\n".utf8
        bytes.reserveCapacity(64 * (entries.count + 1))
        for (number, entry) in entries.enumerated() {
            if number > 0 { bytes += ",\n".utf8 }
            bytes += "    \"".utf8
            bytes += entry.path.utf8
            bytes += "\": \"".utf8
            if let hash = entry.hash {
                for shift in stride(from: 60, through: 0, by: -4) {
                    bytes.append(Self.digit(UInt8(hash >> UInt64(shift) & 15)))
                }
            }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += "\n  }\n}\n".utf8
        return bytes
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}

/// Reads the JSON of a manifest: `{"version": 1, "drafts": true, "files": {PATH: HASH, …}}`, without escapes in strings.
///
/// Not Foundation's decoder: it takes 60 ms for 24,000 files, and a build that finds nothing changed takes 130 ms in all.
private struct ManifestReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether the site has drafts, and all entries in the order of the file; nil if anything differs from the form.
    mutating func manifest() -> (hasDrafts: Bool, entries: [Manifest.Entry])? {
        guard take("{"), string() == "version", take(":"), take("1"), take(",") else { return nil }
        var (hasDrafts, key) = (false, string())
        if key == "drafts" {
            hasDrafts = take(":") && take(word: "true")
            guard hasDrafts || take(word: "false"), take(",") else { return nil }
            key = string()
        }
        guard key == "files", take(":"), take("{") else { return nil }
        var entries: [Manifest.Entry] = []
        entries.reserveCapacity(bytes.count / 40)
        if !take("}") {
            repeat {
                guard let path = string(), take(":"), let digits = quoted(), let hash = hash(digits) else { return nil }
                entries.append(Manifest.Entry(path: path, hash: hash))
            } while take(",")
            guard take("}") else { return nil }
        }
        guard take("}") else { return nil }
        skipWhiteSpace()
        return position == bytes.count ? (hasDrafts, entries) : nil
    }

    private mutating func skipWhiteSpace() {
        while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipWhiteSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func take(word: StaticString) -> Bool {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        skipWhiteSpace()
        guard bytes[position...].starts(with: word) else { return false }
        position += word.count
        return true
    }

    private mutating func string() -> String? {
        quoted().map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes between quotation marks.
    private mutating func quoted() -> ArraySlice<UInt8>? {
        guard take("\""), let end = bytes[position...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        defer { position = end + 1 }
        return bytes[position..<end]
    }

    /// A hash as 16 digits, or nil as an empty text; nothing if the digits are anything else.
    private func hash(_ digits: ArraySlice<UInt8>) -> UInt64?? {
        if digits.isEmpty { return .some(nil) }
        guard digits.count == 16 else { return .none }
        var value: UInt64 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value << 4 | UInt64(digit - 0x30)
            case 0x61...0x66: value = value << 4 | UInt64(digit - 0x61 + 10)
            default: return .none
            }
        }
        return .some(value)
    }
}
