import Basics
import Diagnostics
import Site

/// The files that a build wrote into a folder. Each is compared with the build's manifest when it is read.
struct BuiltSite: Sendable {
    let manifest: Manifest
    private let site: WrittenSite
    private let listing: OutputListing

    /// The files of the site, in the order of the manifest's entries.
    var files: [OutputFile] { listing.files }

    /// Opens the output folder of a build and locks it against other builds.
    ///
    /// - Throws: `folderMissing`; `noSite` if no build wrote the folder; `unfinishedSite` if the last build was interrupted;
    ///   `damagedSite` if a file is missing; `locked`; `brokenManifest`; `unreadable`.
    init(_ path: String) throws(PublishingError) {
        site = try WrittenSite(path)
        guard let manifest = Manifest(json: site.manifest) else { throw .brokenManifest(path: "\(path)/\(Manifest.path)") }
        self.manifest = manifest
        guard manifest.entries.allSatisfy({ $0.hash != nil }) else { throw .unfinishedSite(path: path) }
        listing = try OutputListing(site.root, paths: [], known: manifest)
        if let missing = listing.files.first(where: { $0.status == nil }) {
            throw .damagedSite(path: "\(path)/\(missing.path)")
        }
    }

    /// Reads a file of the site.
    ///
    /// - Throws: `damagedSite` if it is not as the build wrote it; `unreadable`.
    func read(_ file: OutputFile) throws(PublishingError) -> [UInt8] {
        let bytes = try listing.folder(of: file)?.read(file.name)
        guard let bytes, ContentHash(bytes).value == file.known else {
            throw .damagedSite(path: "\(site.root.path)/\(file.path)")
        }
        return bytes
    }
    /// Reads in which language lists about the site are: Japanese for a site in Japanese, English for any other.
    ///
    /// - Throws: `damagedSite`, `unreadable`.
    func language() throws(PublishingError) -> Language {
        guard let home = files.first(where: { $0.path == "index.html" }) else { return .ja }
        let start = String(decoding: try read(home).prefix(200), as: UTF8.self)
        return start.contains("<html lang=\"ja") || !start.contains("<html lang=") ? .ja : .en
    }
}
