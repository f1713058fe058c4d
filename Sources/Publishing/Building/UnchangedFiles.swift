import Site

/// Finds the files of a site that need not be rendered, because neither they nor what they show have changed since the last build.
///
/// This is the second way to skip work: it applies if at most the words of cases have changed. Then only the pages that show those
/// words are rendered. ``UnchangedSite`` is the first.
struct UnchangedFiles: Sendable {
    private let record: BuildRecord?
    private let plan: SitePlan
    /// For each case, whether its words have changed; nil if none has.
    private let changed: [Bool]?

    /// - Parameters:
    ///   - record: The record of the last build into the folder. If anything but words of cases has changed since, or if the
    ///     record belongs to another build, every file is rendered.
    ///   - inputs: The hashes of what the site is built from.
    ///   - plan: The plan of the site.
    ///   - folder: The folder that the build writes into.
    init(_ record: BuildRecord?, _ inputs: BuildInputs, _ plan: SitePlan, _ folder: OutputFolder) {
        self.plan = plan
        guard let record, record.manifest == folder.manifestHash, record.base == inputs.base,
            record.files.count == folder.manifest.entries.count, record.cases.count == inputs.cases.count
        else {
            self.record = nil
            changed = nil
            return
        }
        self.record = record
        changed = record.cases == inputs.cases ? nil : zip(record.cases, inputs.cases).map { $0 != $1 }
    }

    /// The hash of the file of a route, if it is unchanged. If its status does not show that, the file is read.
    func hash(
        of route: Route, _ file: OutputFile, in folder: OutputFolder
    ) throws(PublishingError) -> UInt64? {
        guard let record, let known = file.known, file.status != nil, !mayDiffer(route) else { return nil }
        if record.isUnchanged(file) { return known }
        return try folder.hash(of: file) == known ? known : nil
    }

    /// The lengths of the parts of a large file in the last build; nil if they are unknown.
    func partLengths(of path: String) -> [UInt64]? { record?.parts[path] }

    /// The parts of a large file that may be kept; nil if all have to be rendered.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - count: How many parts it has now.
    ///   - folder: The folder of the file.
    func parts(of file: OutputFile, count: Int, in folder: OutputFolder) throws(PublishingError) -> OldParts? {
        guard let record, let changed, let known = file.known, let status = file.status,
            let lengths = record.parts[file.path], lengths.count == count,
            let ranges = OldParts.ranges(lengths, in: status.size)
        else { return nil }
        if !record.isUnchanged(file), try folder.hash(of: file) != known { return nil }
        return folder.ranges(of: file).map { OldParts(file: $0, ranges: ranges, changed: changed) }
    }

    /// Whether the page of a route may differ from that of the last build. The plan knows only the size of an image, so images are
    /// always copied, also those in books.
    private func mayDiffer(_ route: Route) -> Bool {
        switch route.withoutFurigana {
        case .image: return true
        case .edition(.epub, _, _) where !plan.casebook.usedImages.isEmpty: return true
        default: break
        }
        return changed.map { plan.shows($0, on: route) } ?? false
    }
}
