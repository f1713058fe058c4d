import Basics
import Site

/// What a build read and wrote, so that the next build can skip files that cannot have changed.
struct BuildRecord: Sendable, Hashable {
    /// What the next build reports if nothing has changed.
    struct Summary: Sendable, Hashable {
        /// The stamp of the sources before they were read (``SourceFolders/stamp``).
        let stamp: UInt64
        let caseCount: Int
        let omissions: [SiteOmission]
    }

    /// Nil if the sources have to be read again: they had warnings, or changed so recently that a later change might not show.
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
        return status.fingerprint == files[entry] && status.showsChanges(after: time)
    }
}

/// The file of a record: little-endian numbers of 64 bits, of which the last is a hash of all others.
extension BuildRecord {
    private static let mark: UInt64 = 0x336F_776F_686E_6F6B
    private static let headLength = 8

    var bytes: [UInt8] {
        let omissions = (summary?.omissions ?? []).reduce(UInt64(0)) { $0 | UInt64($1.rawValue) }
        var words = [
            Self.mark, summary?.stamp ?? 0, UInt64(summary?.caseCount ?? 0), omissions, base, manifest, UInt64(cases.count),
            UInt64(files.count),
        ]
        words.reserveCapacity(words.count + cases.count + files.count + 1)
        words += cases
        words += files
        words.append(Self.hash(words[...]))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * words.count)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Reads what ``bytes`` writes; nil if the bytes are anything else.
    init?(_ bytes: [UInt8]) {
        guard bytes.count % 8 == 0, bytes.count > 8 * Self.headLength else { return nil }
        let words = bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: bytes.count, by: 8).map {
                UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
        let body = words.dropLast()
        guard words.last == Self.hash(body), words[0] == Self.mark, let caseCount = Int(exactly: words[6]),
            let fileCount = Int(exactly: words[7]), caseCount < words.count, fileCount < words.count,
            body.count == Self.headLength + caseCount + fileCount
        else { return nil }
        let first = Self.headLength + caseCount
        let summary = Summary(
            stamp: words[1], caseCount: Int(truncatingIfNeeded: words[2]),
            omissions: SiteOmission.allCases.filter { words[3] & UInt64($0.rawValue) != 0 })
        self.init(
            summary: words[1] == 0 ? nil : summary, base: words[4], cases: Array(words[Self.headLength..<first]),
            manifest: words[5], files: Array(words[first..<body.count]))
    }

    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
        var hash = ContentHash()
        words.withUnsafeBytes { hash.update($0) }
        return hash.value
    }
}
