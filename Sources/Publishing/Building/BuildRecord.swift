import Basics
import Diagnostics
import Site

/// What a build read and wrote, so that the next build can skip files that cannot have changed.
struct BuildRecord: Sendable, Hashable {
    /// What the next build reports if nothing has changed.
    struct Summary: Sendable, Hashable {
        /// The stamp of the sources before they were read (``SourceFolders/stamp``).
        let stamp: UInt64
        let caseCount: Int
        let omissions: [SiteOmission]
        /// All warnings about the sources, which are reported again.
        let warnings: [Diagnostic]
    }

    /// Nil if the sources have to be read again, because a file could not be read before the build.
    let summary: Summary?
    /// The hash of everything except the words of the cases (``BuildInputs/base``).
    let base: UInt64
    /// The hash of the file of each case.
    let cases: [UInt64]
    /// The hash of the manifest that lists the files.
    let manifest: UInt64
    /// The fingerprint of the status of each file of the manifest after the build.
    let files: [UInt64]
    /// When the build ended, in nanoseconds since 1970, by the clock of the file system.
    var time: Int64 = 0

    init(summary: Summary?, base: UInt64, cases: [UInt64], manifest: UInt64, files: [UInt64]) {
        self.summary = summary
        self.base = base
        self.cases = cases
        self.manifest = manifest
        self.files = files
    }

    /// Whether the status of a file shows that nobody has changed it since the build.
    func isUnchanged(_ file: OutputFile) -> Bool {
        guard let entry = file.entry, let status = file.status, file.isStatusTrusted else { return false }
        return isUnchanged(entry, status)
    }

    /// Whether the status of the file of an entry of the manifest shows that nobody has changed it since the build.
    func isUnchanged(_ entry: Int, _ status: FileStatus) -> Bool {
        status.fingerprint == files[entry] && status.showsChanges(after: time)
    }
}

/// The file of a record: a mark, the values, and eight bytes with a hash of everything before.
extension BuildRecord {
    private static let mark: UInt64 = 0x346F_776F_686E_6F6B

    var bytes: [UInt8] {
        var record = RecordWriter()
        record.reserve(8 * (cases.count + files.count) + 256)
        record.word(Self.mark)
        record.flag(summary != nil)
        if let summary {
            record.word(summary.stamp)
            record.number(summary.caseCount)
            record.number(summary.omissions.reduce(0) { $0 | $1.rawValue })
            record.number(summary.warnings.count)
            for warning in summary.warnings { warning.write(to: &record) }
        }
        record.word(base)
        record.words(cases)
        record.word(manifest)
        record.words(files)
        record.word(ContentHash(record.bytes).value)
        return record.bytes
    }

    /// Reads what ``bytes`` writes; nil if the bytes are anything else.
    init?(_ bytes: [UInt8]) {
        let end = bytes.count - 8
        guard end > 0 else { return nil }
        var last = RecordReader(Array(bytes[end...]))
        let hash = bytes.withUnsafeBytes { ContentHash.value(of: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        guard last.word() == hash else { return nil }
        var record = RecordReader(bytes)
        guard record.word() == Self.mark, let hasSummary = record.flag() else { return nil }
        var summary: Summary?
        if hasSummary {
            guard let found = Summary(from: &record) else { return nil }
            summary = found
        }
        guard let base = record.word(), let cases = record.words(), let manifest = record.word(), let files = record.words()
        else { return nil }
        self.init(summary: summary, base: base, cases: cases, manifest: manifest, files: files)
    }
}

extension BuildRecord.Summary {
    fileprivate init?(from record: inout RecordReader) {
        guard let stamp = record.word(), let caseCount = record.number(), let omissions = record.number(),
            let warningCount = record.number()
        else { return nil }
        var warnings: [Diagnostic] = []
        while warnings.count < warningCount {
            guard let warning = Diagnostic(from: &record) else { return nil }
            warnings.append(warning)
        }
        self.init(
            stamp: stamp, caseCount: caseCount, omissions: SiteOmission.allCases.filter { omissions & $0.rawValue != 0 },
            warnings: warnings)
    }
}
