import Site

/// A site that needs no build: nothing that it is made of has changed since the last one, and nobody has touched it.
public struct SettledSite: Sendable {
    /// What a build that reads and renders everything would say.
    public let summary: BuildSummary
    public let omissions: [SiteOmission]

    /// Looks at how files stand, and into none but those whose status tells nothing; nil where a build has to be run, for whatever reason.
    ///
    /// - Parameters:
    ///   - output: The folder that a build would write into.
    ///   - cache: Where the last build's record is.
    public init?(_ folders: SourceFolders, output: String, cache: BuildCache?) {
        guard let stamp = folders.stamp, let record = cache?.record(of: output), let answer = record.answer,
            answer.stamp == stamp, let site = try? BuiltSite(output), site.isTidy, site.manifestHash == record.manifest,
            site.files.count == record.files.count,
            site.files.enumerated().allSatisfy({ entry, file in
                guard let status = file.status else { return false }
                return record.isUntouched(status, entry: entry) || (try? site.read(file)) != nil
            })
        else { return nil }
        summary = BuildSummary(
            cases: answer.caseCount, files: site.files.count, added: [], changed: [], removed: [], warnings: [])
        omissions = answer.omissions
    }
}
