import Basics
import CasebookModel
import Diagnostics
import Site

/// Hashes of everything that a site is built from.
struct BuildInputs: Sendable {
    /// The hash of every ``SiteInput`` except the words of the cases, of which it has the facts that other pages show
    /// (`Casebook.factsHash`), and the bytes of the images, of which it has the names and sizes.
    let base: UInt64
    /// The hash of the file of each case, in the casebook's order.
    let cases: [UInt64]
    /// The stamp of the sources before they were read (``SourceFolders/stamp``).
    let stamp: UInt64?

    /// - Parameters:
    ///   - casebook: The valid content.
    ///   - folders: The folders that were read.
    ///   - hashes: The hash of the file at each of the content folder's paths.
    init(_ casebook: Casebook, _ folders: SourceFolders, hashes: [UInt64]) {
        let content = folders.content
        var hash = ContentHash()
        var caseHashes: [String: UInt64] = [:]
        for input in SiteInput.allCases {
            switch input {
            case .texts:
                for (path, fileHash) in zip(content.paths, hashes) {
                    let path = path.dropFirst(content.root.count + 1)
                    if path.hasPrefix("cases/") {
                        caseHashes[String(path)] = fileHash
                    } else {
                        hash.update(String(path))
                        hash.update(Int(truncatingIfNeeded: fileHash))
                    }
                }
                hash.update(Int(truncatingIfNeeded: casebook.factsHash))
            case .images:
                for image in casebook.images {
                    hash.update(image.path)
                    hash.update(image.size?.width ?? 0)
                    hash.update(image.size?.height ?? 0)
                    hash.update(image.byteCount ?? 0)
                }
            case .links: for path in content.links { hash.update(path) }
            case .templates: hash.update(Int(truncatingIfNeeded: folders.templateHash))
            case .baseURL: hash.update(folders.baseURL ?? "")
            case .drafts: hash.update(folders.includingDrafts ? 1 : 0)
            case .program: hash.update(folders.program)
            }
        }
        base = hash.value
        stamp = folders.stamp
        cases = casebook.cases.map { caseHashes["cases/\($0.id).md"] ?? 0 }
    }
}

extension SiteSources {
    /// The hashes of the sources; nil if there is an error or if not all files were read.
    func inputs() -> BuildInputs? {
        hashes.isEmpty ? nil : casebook.map { BuildInputs($0, folders, hashes: hashes) }
    }
}
