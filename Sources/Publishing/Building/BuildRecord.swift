import Basics
import Site

/// What a build was made of and what it left, so that the next one need not render what cannot have changed.
struct BuildRecord: Sendable, Hashable {
    /// What a build that finds nothing to do says of the site.
    struct Answer: Sendable, Hashable {
        /// How the sources stood before they were read (``SourceFolders/stamp``).
        let stamp: UInt64
        let caseCount: Int
        let omissions: [SiteOmission]
    }

    /// Nil where it could not be told how the sources stood, or where there was anything in them to warn of, so that they have to
    /// be read again.
    let answer: Answer?
    /// A hash of all that is no case: settings, terms, pages, templates, options, the program itself; and of the structure of
    /// the cases (``Casebook/structure``).
    let base: UInt64
    /// For each case, a hash of its file.
    let cases: [UInt64]
    /// A hash of the manifest, to which the files belong.
    let manifest: UInt64
    /// For each file of the manifest, how the build left it.
    let files: [FileStatus]
    /// When the build had come to its end, in nanoseconds since 1970, by the file system's clock.
    var time: Int64 = 0

    init(answer: Answer?, base: UInt64, cases: [UInt64], manifest: UInt64, files: [FileStatus]) {
        self.answer = answer
        self.base = base
        self.cases = cases
        self.manifest = manifest
        self.files = files
    }

    /// Whether a file stands as the build left it, and any change since would show.
    func isUntouched(_ status: FileStatus, entry: Int) -> Bool {
        status == files[entry] && status.isSettled(before: time)
    }
}

/// A record as bytes: little-endian words of 64 bits, the last a hash of all before it.
extension BuildRecord {
    private static let mark: UInt64 = 0x326F_776F_686E_6F6B
    private static let headLength = 8

    var bytes: [UInt8] {
        let omissions = (answer?.omissions ?? []).reduce(UInt64(0)) { $0 | UInt64($1.rawValue) }
        var words = [
            Self.mark, answer?.stamp ?? 0, UInt64(answer?.caseCount ?? 0), omissions, base, manifest, UInt64(cases.count),
            UInt64(files.count),
        ]
        words.reserveCapacity(words.count + cases.count + 3 * files.count + 1)
        words += cases
        for file in files { words += [file.number, UInt64(bitPattern: file.size), UInt64(bitPattern: file.modified)] }
        words.append(Self.hash(words[...]))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * words.count)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Reads what ``bytes`` writes; nil when it is anything else.
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
            body.count == Self.headLength + caseCount + 3 * fileCount
        else { return nil }
        let first = Self.headLength + caseCount
        let answer = Answer(
            stamp: words[1], caseCount: Int(truncatingIfNeeded: words[2]),
            omissions: SiteOmission.allCases.filter { words[3] & UInt64($0.rawValue) != 0 })
        self.init(
            answer: words[1] == 0 ? nil : answer, base: words[4], cases: Array(words[Self.headLength..<first]),
            manifest: words[5],
            files: stride(from: first, to: body.count, by: 3).map {
                FileStatus(
                    number: words[$0], size: Int64(bitPattern: words[$0 + 1]), modified: Int64(bitPattern: words[$0 + 2]))
            })
    }

    private static func hash(_ words: ArraySlice<UInt64>) -> UInt64 {
        var hash = ContentHash()
        words.withUnsafeBytes { hash.update($0) }
        return hash.value
    }
}
