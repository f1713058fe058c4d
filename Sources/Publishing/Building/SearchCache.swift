import Basics
import CasebookModel
import Search
import Site

/// Hashes of what the index of the search is built from.
struct SearchInputs: Sendable {
    /// The hash of the program and of all texts except the cases.
    let settings: UInt64
    /// For each case of the casebook, the hash of its name and its file.
    let cases: [UInt64]

    /// - Parameters:
    ///   - sources: Valid sources of which all files were read.
    ///   - inputs: The hashes of the files of the cases.
    init(_ sources: SiteSources, _ inputs: BuildInputs) {
        let content = sources.folders.content
        let start = content.root.utf8.count + 1
        var hash = ContentHash()
        hash.update(sources.folders.program)
        for (path, fileHash) in zip(content.paths, sources.hashes) where !path.utf8.dropFirst(start).starts(with: "cases/".utf8)
        {
            hash.update(path)
            hash.update(Int(truncatingIfNeeded: fileHash))
        }
        settings = hash.value
        let cases = sources.casebook?.cases ?? []
        self.cases = zip(cases, inputs.cases).map { entry, fileHash in
            var hash = ContentHash()
            hash.update(entry.id)
            hash.update(Int(truncatingIfNeeded: fileHash))
            return hash.value
        }
    }
}

/// Keeps the index of the search next to the record of a build: in one file what is known of each case and how the shards are named,
/// in another one the counts of the cases, which are only read if a case has changed.
extension BuildCache? {
    /// Returns the routes to all files of a plan, and the index of the search if it is new. Of the index only that is built which has
    /// changed since the last build.
    ///
    /// - Parameters:
    ///   - plan: The plan of the site.
    ///   - inputs: What the index is built from.
    ///   - output: The path of the output folder.
    func routes(of plan: SitePlan, _ inputs: SearchInputs, output: String) -> (routes: [Route], index: SearchIndex?) {
        var reusable: (index: SearchIndex, isUnchanged: (Int) -> Bool)?
        if let stored = self?.searchIndex(of: output), stored.settings == inputs.settings {
            let (old, new) = (stored.inputs, inputs.cases)
            reusable = (stored.index, { $0 < old.count && $0 < new.count && old[$0] == new[$0] })
        }
        var index: SearchIndex?
        let routes = plan.allRoutes(reusing: reusable) { index = $0 }
        return (routes, index)
    }
}

extension BuildCache {
    private static let headSuffix = ".search"
    private static let countsSuffix = ".pairs"

    /// The index of the search of the last build into an output folder; nil if there is no usable one.
    fileprivate func searchIndex(of output: String) -> SearchIndex.Stored? {
        guard let path = path(of: output), let head = try? Disk.bytes(of: path + Self.headSuffix) else { return nil }
        return SearchIndex.Stored(head) { try? Disk.bytes(of: path + Self.countsSuffix) }
    }

    /// Stores the index of a build. If that fails, or if the files do not belong together, the next build counts all cases.
    func keep(_ index: SearchIndex, _ inputs: SearchInputs, of output: String) {
        guard let path = path(of: output), (try? OpenFolder.makeAll(folder)) != nil,
            let countsFile = try? FileReplacement(path + Self.countsSuffix, permissions: 0o600),
            let counts = index.storeCounts({ (try? countsFile.append($0)) != nil }),
            (try? countsFile.finish(isFlushed: false)) != nil
        else { return }
        let head = index.storedHead(inputs: inputs.cases, settings: inputs.settings, counts: counts)
        guard let file = try? FileReplacement(path + Self.headSuffix, permissions: 0o600), (try? file.append(head)) != nil
        else { return }
        try? file.finish(isFlushed: false)
    }
}
