import Basics
import CasebookModel

/// The index of the search, kept so that the next one costs only what has changed: the counts of all cases and the shards.
public final class SearchIndex: Sendable {
    /// All cases of the casebook.
    let entries: [CountedCases.Entry]
    /// The characters of the cases that are searched in another form, in the order of the cases.
    let forms: [CountedCases.Form]
    let shards: [IndexShard.Written]
    /// The mean length of the cases, on which all impacts depend.
    let meanLength: Int
    private let counts: Counts

    /// How many cases were counted for this index.
    package let countedNow: Int
    /// How many shards were written for this index.
    package let writtenNow: Int

    /// The counts of the groups of cases.
    private enum Counts {
        case ready([PairCounts])
        case stored(@Sendable () -> [PairCounts]?)

        var groups: [PairCounts]? {
            switch self {
            case .ready(let groups): groups
            case .stored(let load): load()
            }
        }
    }

    /// Creates the index of cases. See ``SearchFiles`` for the parameters.
    convenience init(
        _ searchable: SearchableCases, after previous: SearchIndex?, isUnchanged: (Int) -> Bool, jobs: Int
    ) {
        let indices = searchable.casebook.cases.indices
        guard let previous else {
            self.init(CountedCases(searchable, jobs: jobs), searchable, after: nil, jobs: jobs)
            return
        }
        let isChanged = indices.map { index in
            guard index < previous.entries.count, isUnchanged(index) else { return true }
            return (previous.entries[index].hash == 0) != (searchable.entry(index) == nil)
        }
        if previous.entries.count == indices.count, !isChanged.contains(true),
            IndexShard.size(caseCount: previous.searchableCount) == IndexShard.size(caseCount: searchable.cases.count)
        {
            self.init(unchanged: previous, searchable, jobs: jobs)
            return
        }
        let known = previous.counts.groups.map {
            CountedCases(entries: previous.entries, forms: previous.forms, groups: $0)
        }
        let counted = CountedCases(searchable, after: known, isChanged: { isChanged[$0] }, jobs: jobs)
        self.init(counted, searchable, after: known.map { (previous, $0) }, jobs: jobs)
    }

    private init(
        _ counted: CountedCases, _ searchable: SearchableCases, after previous: (index: SearchIndex, counted: CountedCases)?,
        jobs: Int
    ) {
        let meanLength = counted.impact.meanLength
        let postings = Postings(counted)
        let unchanged = UnchangedShards(searchable, jobs: jobs)
        var known: [UInt32: IndexShard.Written] = [:]
        var differing: [UInt32] = []
        if let previous, previous.index.meanLength == meanLength {
            for shard in previous.index.shards { known[shard.firstKey] = shard }
            differing = Postings.differingKeys(previous.counted, counted)
        }
        // Neither changes any more.
        let (knownShards, differingKeys) = (known, differing)
        shards = IndexShard.all(
            of: postings, searchable,
            reusing: { pairs in
                let (first, last) = (postings.keys[pairs.lowerBound], postings.keys[pairs.upperBound - 1])
                guard let shard = knownShards[first], Int(shard.pairCount) == pairs.count else { return nil }
                let next = differingKeys.partitioningIndex { $0 >= first }
                if next < differingKeys.count, differingKeys[next] <= last { return nil }
                return shard.file.kept(unchanged)
            }, jobs: jobs)
        entries = counted.entries
        forms = counted.forms
        self.meanLength = meanLength
        counts = .ready(counted.groups)
        countedNow = counted.countedNow
        writtenNow = shards.count { known[$0.firstKey]?.file.hash != $0.file.hash }
    }

    private init(unchanged previous: SearchIndex, _ searchable: SearchableCases, jobs: Int) {
        let unchanged = UnchangedShards(searchable, jobs: jobs)
        entries = previous.entries
        forms = previous.forms
        shards = previous.shards.map {
            IndexShard.Written(firstKey: $0.firstKey, pairCount: $0.pairCount, file: $0.file.kept(unchanged))
        }
        meanLength = previous.meanLength
        counts = previous.counts
        countedNow = 0
        writtenNow = 0
    }

    private init(
        stored entries: [CountedCases.Entry], _ forms: [CountedCases.Form], _ shards: [IndexShard.Written], _ meanLength: Int,
        _ counts: Counts
    ) {
        self.entries = entries
        self.forms = forms
        self.shards = shards
        self.meanLength = meanLength
        self.counts = counts
        countedNow = 0
        writtenNow = 0
    }

    private var searchableCount: Int { entries.count { $0.hash != 0 } }

    /// The characters in the texts of the cases that are searched in another form, and that form.
    var allForms: [UInt32: UInt32] {
        forms.reduce(into: [:]) { $0[$1.character] = $1.form }
    }
}

/// The files of an index: numbers in the order of bytes of the machine.
///
/// The first file says which cases are known and how the shards are named, the second one has the counts, which are only read if a
/// case has changed. Each ends with a hash of what is before it, so that a damaged file is noticed and not used.
extension SearchIndex {
    private static let mark: UInt64 = 0x3468_6372_6165_736B

    /// Writes the second file, part by part, since it is large.
    ///
    /// - Parameter write: Takes the next bytes; false if that failed.
    /// - Returns: The hash of the file; nil if something failed, or if the counts are those that this index was read with.
    package func storeCounts(_ write: ([UInt8]) -> Bool) -> UInt64? {
        guard case .ready(let groups) = counts else { return nil }
        var hash = ContentHash()
        var writer = ArrayWriter()
        writer.append([UInt64(groups.count)])
        for group in groups {
            writer.append([UInt64(group.keys.count), UInt64(group.entries.count)])
            writer.append(group.keys)
            writer.append(group.starts)
            writer.append(group.entries)
            let part = writer.takeBytes()
            hash.update(part)
            guard write(part) else { return nil }
        }
        writer.append([hash.value])
        return write(writer.takeBytes()) ? hash.value : nil
    }

    /// Returns the content of the first file, which is written after the second one.
    ///
    /// - Parameters:
    ///   - inputs: What the cases were read from: a hash for each.
    ///   - settings: A hash of everything else that the index depends on.
    ///   - counts: The hash of the second file.
    package func storedHead(inputs: [UInt64], settings: UInt64, counts: UInt64) -> [UInt8] {
        var writer = ArrayWriter()
        writer.append([
            Self.mark, settings, counts, UInt64(meanLength), UInt64(entries.count), UInt64(forms.count), UInt64(shards.count),
        ])
        writer.append(inputs)
        writer.append(entries.map(\.hash))
        writer.append(entries.map(\.size))
        writer.append(entries.map(\.length))
        writer.append(forms.flatMap { [$0.entry, $0.character, $0.form] })
        writer.append(shards.flatMap { [$0.firstKey, $0.pairCount, $0.file.hash.value] })
        let bytes = writer.takeBytes()
        writer.append([ContentHash(bytes).value])
        return bytes + writer.takeBytes()
    }

    /// An index that was read from files.
    package struct Stored: Sendable {
        package let index: SearchIndex
        /// What the cases were read from: a hash for each.
        package let inputs: [UInt64]
        /// A hash of everything else that the index depends on.
        package let settings: UInt64
        /// The hash of the second file.
        package let counts: UInt64

        /// Reads an index; nil if the bytes are anything else.
        ///
        /// - Parameters:
        ///   - head: The content of the first file.
        ///   - counts: Reads the second file.
        package init?(_ head: [UInt8], counts read: @escaping @Sendable () -> [UInt8]?) {
            guard var reader = ArrayReader(head), let words = reader.words(7), words[0] == SearchIndex.mark,
                let caseCount = Int(exactly: words[4]), let formCount = Int(exactly: words[5]),
                let shardCount = Int(exactly: words[6]), let inputs = reader.words(caseCount),
                let hashes = reader.words(caseCount), let sizes = reader.numbers(caseCount),
                let lengths = reader.numbers(caseCount), formCount <= head.count, let forms = reader.numbers(3 * formCount),
                shardCount <= head.count, let shards = reader.numbers(3 * shardCount), reader.isAtEnd
            else { return nil }
            self.inputs = inputs
            settings = words[1]
            self.counts = words[2]
            let hash = words[2]
            index = SearchIndex(
                entries: (0..<caseCount).map { .init(hash: hashes[$0], size: sizes[$0], length: lengths[$0]) },
                forms: (0..<formCount).map {
                    .init(entry: forms[3 * $0], character: forms[3 * $0 + 1], form: forms[3 * $0 + 2])
                },
                shards: (0..<shardCount).map {
                    .init(
                        firstKey: shards[3 * $0], pairCount: shards[3 * $0 + 1],
                        file: SearchFile(namedShard: shards[3 * $0], hash: FileHash(value: shards[3 * $0 + 2])))
                },
                meanLength: Int(truncatingIfNeeded: words[3])
            ) {
                read().flatMap { SearchIndex.groups($0, hash: hash, caseCount: caseCount) }
            }
        }
    }

    private convenience init(
        entries: [CountedCases.Entry], forms: [CountedCases.Form], shards: [IndexShard.Written], meanLength: Int,
        groups: @escaping @Sendable () -> [PairCounts]?
    ) {
        self.init(stored: entries, forms, shards, meanLength, .stored(groups))
    }

    private static func groups(_ bytes: [UInt8], hash: UInt64, caseCount: Int) -> [PairCounts]? {
        guard var reader = ArrayReader(bytes), reader.hash == hash, let count = reader.words(1)?[0],
            count == (caseCount + CountedCases.groupSize - 1) / CountedCases.groupSize
        else { return nil }
        var groups: [PairCounts] = []
        for _ in 0..<count {
            guard let sizes = reader.words(2), let keyCount = Int(exactly: sizes[0]), keyCount <= bytes.count,
                let entryCount = Int(exactly: sizes[1]), entryCount <= bytes.count, let keys = reader.numbers(keyCount),
                let starts = reader.numbers(keyCount + 1), let entries = reader.entries(entryCount),
                starts.last == UInt32(entryCount)
            else { return nil }
            groups.append(PairCounts(keys: keys, starts: starts, entries: entries))
        }
        return reader.isAtEnd ? groups : nil
    }
}

/// Writes arrays of numbers as they are in memory, one after another.
private struct ArrayWriter {
    private var bytes: [UInt8] = []

    mutating func append<Number: BitwiseCopyable>(_ numbers: [Number]) {
        numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
        // Every array starts at a multiple of eight.
        while bytes.count % 8 != 0 { bytes.append(0) }
    }

    /// Returns the bytes since the last call.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll() }
        return bytes
    }
}

/// Reads what ``ArrayWriter`` wrote.
private struct ArrayReader {
    private let bytes: [UInt8]
    private var position = 0
    /// The hash at the end.
    let hash: UInt64

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 8, bytes.count % 8 == 0 else { return nil }
        let end = bytes.count - 8
        var found = ContentHash()
        let isValid = bytes.withUnsafeBytes { buffer in
            found.update(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
            return buffer.loadUnaligned(fromByteOffset: end, as: UInt64.self) == found.value
        }
        guard isValid else { return nil }
        self.bytes = bytes
        hash = found.value
    }

    var isAtEnd: Bool { position == bytes.count - 8 }

    mutating func words(_ count: Int) -> [UInt64]? { values(count) }
    mutating func numbers(_ count: Int) -> [UInt32]? { values(count) }
    mutating func entries(_ count: Int) -> [PairCounts.Entry]? { values(count) }

    private mutating func values<Number: BitwiseCopyable>(_ count: Int) -> [Number]? {
        guard count >= 0, count <= (bytes.count - 8 - position) / MemoryLayout<Number>.stride else { return nil }
        let size = count * MemoryLayout<Number>.stride
        defer { position += (size + 7) / 8 * 8 }
        return bytes.withUnsafeBytes { buffer in
            [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
                UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: buffer[position..<position + size]))
                initialized = count
            }
        }
    }
}
