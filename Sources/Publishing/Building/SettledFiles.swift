import Site

/// The files of an output that need not be rendered: what they are made of is as it was when the last build wrote them, and they
/// stand as it left them.
struct SettledFiles: Sendable {
    private let record: BuildRecord?
    /// For each route, whether it shows a case that has changed.
    private let isShown: [Bool]

    /// - Parameter record: Of the last build into the folder; where it belongs to another one, no file is settled.
    init(_ record: BuildRecord?, _ inputs: BuildInputs, _ plan: SitePlan, _ folder: OutputFolder) {
        guard let record, record.manifest == folder.manifestHash, record.base == inputs.base,
            record.files.count == folder.manifest.entries.count, record.cases.count == inputs.cases.count
        else {
            self.record = nil
            isShown = []
            return
        }
        self.record = record
        isShown = plan.routesShowing(zip(record.cases, inputs.cases).map { $0 != $1 })
    }

    /// A hash of the file that a route leads to, where it is settled. One whose status tells nothing is read.
    func hash(
        ofRoute route: Int, _ file: OutputFile, in folder: OutputFolder
    ) throws(PublishingError) -> UInt64? {
        guard let record, !isShown[route], let known = file.known, let entry = file.entry, let status = file.status else {
            return nil
        }
        if record.isUntouched(status, entry: entry) { return known }
        return try folder.hash(of: file) == known ? known : nil
    }
}
