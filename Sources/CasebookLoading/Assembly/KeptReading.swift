import Basics
import CasebookModel
import Diagnostics
import Synchronization

/// What a reading without errors found, kept for a later run of the same program, which then reads only the cases that changed.
///
/// It holds what other files can see of each case (`CaseFacts`) and all diagnostics, but no text of a case.
public struct KeptReading: Sendable {
    /// A hash of everything that decides how files are read, besides the texts: the list of files, options, the program.
    let basis: UInt64
    /// For each path of the listing, the stamp of the file before it was read.
    let stamps: [UInt64]
    /// For each path of the listing, the hash of the file.
    public internal(set) var hashes: [UInt64]
    /// The cases, drafts too, sorted by path.
    let cases: [KeptCase]
    /// The indices of the images that pages show.
    let usedImages: [Int]
    /// The diagnostics of the rules about one file.
    let ofFiles: [Diagnostic]
    /// The diagnostics of the rules about references between files.
    let ofReferences: [Diagnostic]
    /// The diagnostics of the rules about the content as a whole.
    let ofContent: [Diagnostic]

    /// Keeps what is needed of valid content. The hashes of the files are added later.
    fileprivate init(_ valid: ReadingCache.ValidContent, basis: UInt64) {
        self.basis = basis
        hashes = []
        stamps = valid.listing.stamps
        cases = valid.content.files.compactMap { file in
            file.caseValues.map { KeptCase(values: $0, imageLinks: file.imageLinks) }
        }
        usedImages = valid.casebook.usedImages
        ofFiles = valid.ofFiles
        ofReferences = valid.ofReferences
        ofContent = valid.ofContent
    }
}

/// A kept reading as a file: the values, and eight bytes with a hash of everything before.
extension KeptReading {
    /// The reading as bytes.
    public var bytes: [UInt8] {
        var record = RecordWriter()
        record.reserve(512 * cases.count + 16 * stamps.count)
        record.word(basis)
        record.words(stamps)
        record.words(hashes)
        record.number(cases.count)
        for entry in cases { entry.write(to: &record) }
        record.number(usedImages.count)
        for image in usedImages { record.number(image) }
        for diagnostics in [ofFiles, ofReferences, ofContent] {
            record.number(diagnostics.count)
            for diagnostic in diagnostics { diagnostic.write(to: &record) }
        }
        record.word(ContentHash(record.bytes).value)
        return record.bytes
    }

    /// Reads what ``bytes`` writes; nil if the bytes are anything else.
    public init?(_ bytes: [UInt8]) {
        let end = bytes.count - 8
        guard end > 0 else { return nil }
        var last = RecordReader(Array(bytes[end...]))
        let hash = bytes.withUnsafeBytes { ContentHash.value(of: UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        guard last.word() == hash else { return nil }
        var record = RecordReader(bytes)
        guard let basis = record.word(), let stamps = record.words(), let hashes = record.words(),
            let cases = record.list(KeptCase.init(from:)), let images = record.list({ $0.number() }),
            let ofFiles = record.list(Diagnostic.init(from:)), let ofReferences = record.list(Diagnostic.init(from:)),
            let ofContent = record.list(Diagnostic.init(from:)), stamps.count == hashes.count
        else { return nil }
        self.basis = basis
        self.stamps = stamps
        self.hashes = hashes
        self.cases = cases
        usedImages = images
        self.ofFiles = ofFiles
        self.ofReferences = ofReferences
        self.ofContent = ofContent
    }
}

/// Takes a reading up where an earlier run of the program left it, and keeps it for the next run.
///
/// Where nothing but the words of a few cases changed since, only these cases are read. The text of any other case is read when
/// somebody asks for it.
public final class ReadingKeeper: Sendable {
    let basis: UInt64
    private let old: KeptReading?
    private let used = Mutex(false)
    private let new = Mutex<KeptReading?>(nil)
    /// Returns the bytes of the file at an index of the listing, long after the reading.
    let lateBytes: @Sendable (Int) -> [UInt8]

    /// - Parameters:
    ///   - old: The reading of an earlier run, if there is one.
    ///   - basis: A hash of everything that decides how files are read, besides the texts.
    ///   - lateBytes: Returns the bytes of the file whose path is at an index. Called after the reading, on any thread, for files
    ///     that the reading did not need. If the file is not the one of the earlier run any more, any bytes will do: what is built
    ///     from them must not be used.
    public init(_ old: KeptReading?, basis: UInt64, lateBytes: @escaping @Sendable (Int) -> [UInt8]) {
        self.old = old?.basis == basis ? old : nil
        self.basis = basis
        self.lateBytes = lateBytes
    }

    /// The earlier reading, if its cases were used.
    public var usedReading: KeptReading? { used.withLock { $0 } ? old : nil }

    /// What is to be kept for the next run; nil if there was an error.
    ///
    /// - Parameter hashes: For each path of the listing, the hash of the file.
    public func reading(hashes: [UInt64]) -> KeptReading? {
        var reading = new.withLock { $0 }
        reading?.hashes = hashes
        return reading
    }

    /// The earlier reading, if it may be taken up: at most a few of its files changed since.
    func usable(_ listing: ReadingCache.Listing) -> (reading: KeptReading, listing: ReadingCache.Listing)? {
        guard let old, old.stamps.count == listing.paths.count else { return nil }
        return (old, listing.withStamps(old.stamps))
    }

    func keep(_ valid: ReadingCache.ValidContent?, isContinued: Bool) {
        let reading = valid.map { KeptReading($0, basis: basis) }
        new.withLock { $0 = reading }
        used.withLock { $0 = isContinued }
    }
}
