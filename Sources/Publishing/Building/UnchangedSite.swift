import Site

/// A site that needs no build, because neither its sources nor its files have changed since the last build.
///
/// This is the first of two ways to skip work: nothing is read, parsed or planned. ``UnchangedFiles`` is the second.
public struct UnchangedSite: Sendable {
    /// The summary that a complete build would give.
    public let summary: BuildSummary
    /// What the site is published without.
    public let omissions: [SiteOmission]

    /// Compares the status of all files with the record of the last build. Only files whose status shows too little are read.
    ///
    /// - Parameters:
    ///   - folders: The source folders.
    ///   - output: The path of the folder that a build would write into.
    ///   - cache: The cache with the record of the last build.
    /// - Returns: Nil if a build has to run, for whatever reason.
    public init?(_ folders: SourceFolders, output: String, cache: BuildCache?) {
        guard let stamp = folders.stamp, let record = cache?.record(of: output), let known = record.summary,
            known.stamp == stamp, let site = try? WrittenSite(output), !site.hasTemporaryFiles,
            site.isUnchanged(since: record)
        else { return nil }
        summary = BuildSummary(
            cases: known.caseCount, files: record.files.count, added: [], changed: [], removed: [], warnings: known.warnings)
        omissions = known.omissions
    }
}
