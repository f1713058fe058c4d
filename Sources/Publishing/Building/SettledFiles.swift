import Site

/// The files of an output that need not be rendered: what they are made of is as it was when the last build wrote them, and they
/// stand as it left them.
struct SettledFiles: Sendable {
    private let record: BuildRecord?
    private let plan: SitePlan
    /// For each case, whether its words have changed; nil where none has.
    private let changed: [Bool]?

    /// - Parameter record: Of the last build into the folder; where it belongs to another one, no file is settled.
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

    /// A hash of the file that a route leads to, where it is settled. One whose status tells nothing is read.
    func hash(
        of route: Route, _ file: OutputFile, in folder: OutputFolder
    ) throws(PublishingError) -> UInt64? {
        guard let record, let known = file.known, let entry = file.entry, let status = file.status, !mayDiffer(route) else {
            return nil
        }
        if record.isUntouched(status, entry: entry) { return known }
        return try folder.hash(of: file) == known ? known : nil
    }

    /// Whether what a route leads to may be another than at the last build. What an image holds beside its size is
    /// no part of the plan.
    private func mayDiffer(_ route: Route) -> Bool {
        if case .image = route { return true }
        return changed.map { plan.shows($0, on: route) } ?? false
    }
}
