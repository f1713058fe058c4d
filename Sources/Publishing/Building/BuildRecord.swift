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
    /// For each case, the words of the glossary that it uses.
    let words: [[Int]]
    /// The lengths of the parts of large files, by path.
    let parts: [String: [UInt64]]
    /// When the build ended, in nanoseconds since 1970, by the clock of the file system.
    var time: Int64 = 0

    init(
        summary: Summary?, base: UInt64, cases: [UInt64], manifest: UInt64, files: [UInt64], words: [[Int]] = [],
        parts: [String: [UInt64]] = [:]
    ) {
        self.summary = summary
        self.base = base
        self.cases = cases
        self.manifest = manifest
        self.files = files
        self.words = words
        self.parts = parts
    }

    /// For each case of the sources of a build, the words of the glossary that it uses; nil where they may have changed.
    func glossaryUses(for inputs: BuildInputs) -> [[Int]?] {
        guard base == inputs.base, cases.count == inputs.cases.count, words.count == cases.count else { return [] }
        return cases.indices.map { cases[$0] == inputs.cases[$0] ? words[$0] : nil }
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
        record.number(words.count)
        for words in words {
            record.number(words.count)
            for word in words { record.number(word) }
        }
        record.number(parts.count)
        for (path, lengths) in parts.sorted(by: { $0.key < $1.key }) {
            record.text(path)
            record.words(lengths)
        }
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
        guard let base = record.word(), let cases = record.words(), let manifest = record.word(), let files = record.words(),
            let words = record.list({ record in record.list { $0.number() } }),
            let parts = record.list({ record in record.text().flatMap { path in record.words().map { (path, $0) } } })
        else { return nil }
        self.init(
            summary: summary, base: base, cases: cases, manifest: manifest, files: files, words: words,
            parts: Dictionary(parts) { $1 })
    }
}

extension BuildRecord.Summary {
    fileprivate init?(from record: inout RecordReader) {
        guard let stamp = record.word(), let caseCount = record.number(), let omissions = record.number(),
            let warnings = record.list(Diagnostic.init(from:))
        else { return nil }
        self.init(
            stamp: stamp, caseCount: caseCount, omissions: SiteOmission.allCases.filter { omissions & $0.rawValue != 0 },
            warnings: warnings)
    }
}
