import Site

/// What a build was made of and what it left, so that the next one need not render what cannot have changed.
struct BuildRecord: Sendable, Hashable {
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

    private static let mark: UInt64 = 0x316F_776F_686E_6F6B

    init(_ inputs: BuildInputs, manifest: UInt64, files: [FileStatus]) {
        self.init(base: inputs.base, cases: inputs.cases, manifest: manifest, files: files)
    }

    private init(base: UInt64, cases: [UInt64], manifest: UInt64, files: [FileStatus]) {
        self.base = base
        self.cases = cases
        self.manifest = manifest
        self.files = files
    }

    /// Little-endian words of 64 bits: a mark, the base, the manifest, the two counts, the cases, three words a file, and a hash
    /// of all that comes before it.
    var bytes: [UInt8] {
        var words = [Self.mark, base, manifest, UInt64(cases.count), UInt64(files.count)]
        words.reserveCapacity(words.count + cases.count + 3 * files.count)
        words += cases
        for file in files {
            words.append(file.number)
            words.append(UInt64(bitPattern: file.size))
            words.append(UInt64(bitPattern: file.modified))
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 * words.count + 8)
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
        let hash = ContentHash(bytes).value
        withUnsafeBytes(of: hash.littleEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Reads what ``bytes`` writes; nil when it is anything else.
    init?(_ bytes: [UInt8]) {
        let head = 5
        guard bytes.count % 8 == 0, bytes.count >= 8 * (head + 1) else { return nil }
        var words = bytes.withUnsafeBytes { buffer in
            stride(from: 0, to: bytes.count, by: 8).map {
                UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
        guard let hash = words.popLast(), hash == ContentHash(Array(bytes.dropLast(8))).value, words[0] == Self.mark,
            let caseCount = Int(exactly: words[3]), let fileCount = Int(exactly: words[4]), caseCount < words.count,
            fileCount < words.count, words.count == head + caseCount + 3 * fileCount
        else { return nil }
        let first = head + caseCount
        self.init(
            base: words[1], cases: Array(words[head..<first]), manifest: words[2],
            files: stride(from: first, to: words.count, by: 3).map {
                FileStatus(
                    number: words[$0], size: Int64(bitPattern: words[$0 + 1]), modified: Int64(bitPattern: words[$0 + 2]))
            })
    }
}
