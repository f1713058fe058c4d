import CZlib

/// Reads the entries of a ZIP archive (PKWARE APPNOTE 6.3.10) in memory.
///
/// The archive may come from anybody, so everything has a limit: the number of entries, the size of each one and of all together, and how
/// much smaller than its content an entry may be (zip bombs). An entry is never larger than the directory states.
///
/// It is our own code, because archive libraries unpack to disk; zlib decompresses.
package struct ZipReader: Sendable {
    /// Why an archive or an entry cannot be read.
    package enum Failure: Error, Hashable, Sendable {
        /// The bytes are no archive, or an archive whose end is missing or changed.
        case damaged
        /// The entry has a password.
        case encrypted
        /// The entry is compressed in a way that is not supported.
        case unsupported
        /// The archive has more entries or bytes than the limits allow.
        case tooLarge
    }

    /// How much an archive may contain.
    package struct Limits: Sendable {
        /// The number of entries.
        var entries = 10_000
        /// The size of one entry, unpacked, in bytes.
        var entrySize = 128 << 20
        /// The size of all entries that are read, unpacked, in bytes.
        var totalSize = 256 << 20
        /// How many times smaller an entry may be than its content, from ``freeSize`` on.
        var ratio = 200
        /// The size up to which an entry may be compressed to any extent.
        var freeSize = 8 << 20

        package init() {}
    }

    private struct Entry {
        let isEncrypted: Bool
        let method: Int
        let checksum: UInt32
        let packedSize: Int
        let size: Int
        /// Where the local header starts.
        let offset: Int
    }

    private let bytes: [UInt8]
    private let limits: Limits
    private var entries: [String: Entry] = [:]
    private var remaining: Int

    /// Reads the directory of an archive. O(n) in the number of entries.
    ///
    /// - Parameters:
    ///   - bytes: The archive.
    ///   - limits: How much it may contain.
    package init(_ bytes: [UInt8], limits: Limits = Limits()) throws(Failure) {
        self.bytes = bytes
        self.limits = limits
        remaining = limits.totalSize
        guard let end = Self.endOfDirectory(bytes), end + 22 <= bytes.count else { throw .damaged }
        let count = number(at: end + 10, bytes: 2)
        let start = number(at: end + 16, bytes: 4)
        guard count < 0xFFFF, count <= limits.entries else { throw .tooLarge }
        var offset = start
        for _ in 0..<count { try readEntry(at: &offset, before: end) }
    }

    /// Whether the archive has an entry. Case does not matter, nor which slashes are used.
    package func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// Unpacks an entry; nil if there is none of that name.
    package mutating func contents(of name: String) throws(Failure) -> [UInt8]? {
        guard let entry = entries[Self.key(name)] else { return nil }
        guard !entry.isEncrypted else { throw .encrypted }
        guard entry.size <= limits.entrySize, entry.size <= remaining else { throw .tooLarge }
        guard entry.size <= limits.freeSize || entry.size / limits.ratio <= entry.packedSize else { throw .tooLarge }
        let header = entry.offset
        guard header + 30 <= bytes.count, number(at: header, bytes: 4) == 0x0403_4B50 else { throw .damaged }
        let start = header + 30 + number(at: header + 26, bytes: 2) + number(at: header + 28, bytes: 2)
        guard start <= bytes.count, entry.packedSize <= bytes.count - start else { throw .damaged }
        let packed = bytes[start..<start + entry.packedSize]
        let result: [UInt8]
        switch entry.method {
        case 0:
            guard entry.size == entry.packedSize else { throw .damaged }
            result = Array(packed)
        case 8:
            guard let inflated = Self.inflate(Array(packed), size: entry.size) else { throw .damaged }
            result = inflated
        default: throw .unsupported
        }
        guard UInt32(truncatingIfNeeded: crc32_z(0, result, result.count)) == entry.checksum else { throw .damaged }
        remaining -= result.count
        return result
    }

    private static func key(_ name: String) -> String {
        let slashes = name.lowercased().replacing("\\", with: "/")
        return String(slashes.drop { $0 == "/" })
    }

    /// Returns the offset of the record at the end of an archive. A comment of up to 65,535 bytes may follow it.
    private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        var index = bytes.count - 22
        let first = max(0, index - 0xFFFF)
        while index >= first {
            if bytes[index] == 0x50, bytes[index + 1] == 0x4B, bytes[index + 2] == 5, bytes[index + 3] == 6 { return index }
            index -= 1
        }
        return nil
    }

    /// Reads an entry of the directory (section 4.3.12) and moves the offset to the next one.
    private mutating func readEntry(at offset: inout Int, before end: Int) throws(Failure) {
        guard offset + 46 <= end, number(at: offset, bytes: 4) == 0x0201_4B50 else { throw .damaged }
        let lengths = [28, 30, 32].map { number(at: offset + $0, bytes: 2) }
        let next = offset + 46 + lengths.reduce(0, +)
        guard next <= end else { throw .damaged }
        let name = String(decoding: bytes[offset + 46..<offset + 46 + lengths[0]], as: UTF8.self)
        var values = [24, 20, 42].map { number(at: offset + $0, bytes: 4) }
        if values.contains(0xFFFF_FFFF) {
            let extra = offset + 46 + lengths[0]
            guard readLongValues(&values, in: extra..<extra + lengths[1]) else { throw .damaged }
        }
        let entry = Entry(
            isEncrypted: number(at: offset + 8, bytes: 2) & 1 == 1, method: number(at: offset + 10, bytes: 2),
            checksum: UInt32(truncatingIfNeeded: number(at: offset + 16, bytes: 4)), packedSize: values[1], size: values[0],
            offset: values[2])
        if entries[Self.key(name)] == nil { entries[Self.key(name)] = entry }
        offset = next
    }

    /// Replaces the values that do not fit into 32 bits by those of the ZIP64 extra field (section 4.5.3).
    private func readLongValues(_ values: inout [Int], in extra: Range<Int>) -> Bool {
        var field = extra.lowerBound
        while field + 4 <= extra.upperBound {
            var position = field + 4
            let end = position + number(at: field + 2, bytes: 2)
            guard end <= extra.upperBound else { return false }
            if number(at: field, bytes: 2) == 1 {
                for index in values.indices where values[index] == 0xFFFF_FFFF {
                    guard position + 8 <= end else { return false }
                    values[index] = number(at: position, bytes: 8)
                    position += 8
                }
                return values.allSatisfy { $0 >= 0 && $0 <= 1 << 40 }
            }
            field = end
        }
        return false
    }

    /// The number at an offset, least significant byte first.
    private func number(at offset: Int, bytes count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(truncatingIfNeeded: UInt64(bytes[offset + $1]) << UInt64(8 * $1)) }
    }

    /// Decompresses raw DEFLATE data (RFC 1951) of a known size; nil if it is not valid or has another size.
    private static func inflate(_ packed: [UInt8], size: Int) -> [UInt8]? {
        var stream = z_stream()
        let windowBits = -MAX_WBITS
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = packed
        var isWhole = false
        // One byte more than the size, so that longer data is noticed.
        let output = input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                isWhole = CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
        }
        return isWhole && output.count == size ? output : nil
    }
}
