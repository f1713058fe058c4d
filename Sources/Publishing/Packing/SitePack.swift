import Basics
import Diagnostics
import Site
import Synchronization

/// Packs a built site, or only what has changed in it, into a ZIP archive. Equal sites give equal bytes.
///
/// The archive holds the files of the site in `site/`; `SHA256SUMS` for `sha256sum --check`; and `manifest.json`, which lists every
/// file of the site and is needed to pack only the changes next time. An archive of changes also holds `changes.txt` and
/// `changes.csv`.
public struct SitePack: Sendable {
    /// What was packed.
    public struct Summary: Sendable {
        /// How many files of the site the archive holds.
        public let files: Int
        /// The changes; nil in an archive of the whole site.
        public let changes: ChangeList?
    }

    private static let batchSize = 256

    private let site: String
    private let jobs: Int

    /// - Parameters:
    ///   - site: The output folder of a complete build.
    ///   - jobs: How many threads compress files. The archive does not depend on it.
    public init(site: String, jobs: Int) {
        self.site = site
        self.jobs = jobs
    }

    /// Writes the archive.
    ///
    /// - Parameters:
    ///   - archive: The path of the archive. An existing file is replaced when the new one is complete.
    ///   - since: The path of the manifest of what the host holds, to pack only the changes since.
    ///   - publishesDrafts: Whether a site with drafts may be packed.
    /// - Throws: `folderMissing`, `noSite`, `unfinishedSite` or `damagedSite` if the folder does not hold a complete site;
    ///   `draftsInSite`;
    ///   `notManifest`, `locked`, `brokenManifest`, `unreadable`, `unwritable`.
    public func write(
        to archive: String, since: String?, publishesDrafts: Bool = false
    ) throws(PublishingError) -> Summary {
        try write(to: archive, publishesDrafts: publishesDrafts, isFlushed: true) { () throws(PublishingError) in
            try since.map { (path) throws(PublishingError) in try Manifest.read(path) }
        }
    }

    /// Packs a site without drafts into a temporary file.
    ///
    /// - Parameter manifest: What the host holds, to pack only the changes since.
    /// - Throws: As ``write(to:since:publishesDrafts:)``.
    package func pack(since manifest: Manifest?) throws(PublishingError) -> (file: TemporaryFile, summary: Summary) {
        var summary = Summary(files: 0, changes: nil)
        let file = try TemporaryFile { (path) throws(PublishingError) in
            summary = try write(to: path, publishesDrafts: false, isFlushed: false) { manifest }
        }
        return (file, summary)
    }

    private func write(
        to archive: String, publishesDrafts: Bool, isFlushed: Bool, since: () throws(PublishingError) -> Manifest?
    ) throws(PublishingError) -> Summary {
        let built = try BuiltSite(site)
        guard publishesDrafts || !built.manifest.hasDrafts else { throw .draftsInSite(path: site) }
        let changes = try since().map { ChangeList(from: $0, to: built.manifest) }
        let wanted = changes.map { Set($0.added + $0.changed) }
        let files = built.files.filter { wanted?.contains($0.path) ?? true }
        let file = try FileReplacement(archive)
        var zip = ZipWriter()
        var packed: [PackedFile] = []
        for start in stride(from: 0, to: files.count, by: Self.batchSize) {
            for entry in try pack(Array(files[start...].prefix(Self.batchSize)), of: built) {
                try file.append(zip.append(entry.content))
                packed.append(entry.file)
            }
        }
        for (name, bytes) in texts(packed, changes, built.manifest, in: try built.language()) {
            try file.append(zip.append(ZipWriter.Entry(name: name, bytes: bytes)))
        }
        try file.append(zip.finish())
        try file.finish(isFlushed: isFlushed)
        return Summary(files: files.count, changes: changes)
    }

    /// Reads and compresses some files, in order.
    private func pack(
        _ files: [OutputFile], of built: BuiltSite
    ) throws(PublishingError) -> [(file: PackedFile, content: ZipWriter.Entry)] {
        let results = Mutex([(file: PackedFile, content: ZipWriter.Entry)?](repeating: nil, count: files.count))
        try runInParallel(count: files.count, jobs: jobs) { (number, _) throws(PublishingError) in
            let path = files[number].path
            let bytes = try built.read(files[number])
            let file = PackedFile(path: path, size: bytes.count, digest: SHA256Digest.hexadecimal(bytes))
            let content = ZipWriter.Entry(name: "site/\(path)", bytes: bytes)
            results.withLock { $0[number] = (file, content) }
        }
        return results.withLock { $0 }.compactMap(\.self)
    }

    /// The files of the archive that are not files of the site.
    private func texts(
        _ packed: [PackedFile], _ changes: ChangeList?, _ manifest: Manifest, in language: Language
    ) -> [(name: String, bytes: [UInt8])] {
        var texts = [("manifest.json", manifest.json)]
        if let changes {
            texts += [
                ("changes.csv", changes.table(packed, in: language)), ("changes.txt", changes.text(in: language)),
            ]
        }
        let sums =
            packed.map { "\($0.digest)  site/\($0.path)\n" }
            + texts.map { "\(SHA256Digest.hexadecimal($1))  \($0)\n" }
        return texts + [("SHA256SUMS", Array(sums.joined().utf8))]
    }
}

/// A file of the site in an archive.
struct PackedFile: Sendable {
    let path: String
    /// In bytes.
    let size: Int
    /// SHA-256, 64 hexadecimal digits.
    let digest: String
}
