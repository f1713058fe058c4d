import CZlib

/// Writes a ZIP archive (PKWARE APPNOTE 6.3.10) entry by entry. The same entries always produce the same bytes.
///
/// Names are ASCII. Every date is 1980-01-01 00:00, the earliest that the format allows, and every mode 0644, so that the bytes do
/// not depend on when or where the archive is written. More than 65,535 entries, or 4 GiB, use the 64-bit records (ZIP64).
///
/// It is our own code, because archive libraries write dates and modes of the machine; zlib compresses.
package struct ZipWriter {
    /// A file for an archive, already compressed, so that several threads can prepare entries.
    package struct Entry: Sendable {
        let name: String
        /// The CRC-32 of the file.
        let checksum: UInt32
        /// The size of the file in bytes, before compression.
        let size: Int
        /// The bytes that the archive stores.
        let data: [UInt8]
        let isDeflated: Bool

        /// Compresses a file if that makes it smaller. O(n).
        ///
        /// - Parameters:
        ///   - name: The path in the archive, in ASCII, with slashes.
        ///   - bytes: The content of the file.
        package init(name: String, bytes: [UInt8]) {
            self.name = name
            checksum = Deflate.checksum(bytes)
            size = bytes.count
            let deflated = Deflate.compress(bytes)
            data = deflated ?? bytes
            isDeflated = deflated != nil
        }

        /// Stores a file as it is. Some formats ask for that for their first file.
        package init(name: String, stored bytes: [UInt8]) {
            self.name = name
            checksum = Deflate.checksum(bytes)
            size = bytes.count
            data = bytes
            isDeflated = false
        }

        /// How many bytes the entry adds to an archive of less than 4 GiB, its record in the central directory included.
        package var lengthInArchive: Int { Self.recordLength(ofName: name) + data.count }

        /// How many bytes the two records of an entry take.
        package static func recordLength(ofName name: String) -> Int { 30 + 46 + 2 * name.utf8.count }
    }

    private static let unixMadeBy: UInt16 = 3 << 8 | 45
    private static let date: UInt16 = 1 << 5 | 1
    private static let mode: UInt32 = 0o100644

    private var offset = 0
    private var directory = LittleEndianBytes()
    private var count = 0

    /// Creates a writer for an empty archive.
    package init() {}

    /// Returns the bytes of the next entry, which follow those of the entries before it.
    package mutating func append(_ entry: Entry) -> [UInt8] {
        let needsLongSizes = max(entry.size, entry.data.count) >= Int(UInt32.max)
        var header = LittleEndianBytes()
        header.append(0x0403_4B50 as UInt32)
        appendCommon(of: entry, isLong: needsLongSizes, to: &header)
        header.append(UInt16(needsLongSizes ? 20 : 0))
        header.append(entry.name.utf8)
        if needsLongSizes { appendLongField([entry.size, entry.data.count], to: &header) }
        appendToDirectory(entry, needsLongSizes: needsLongSizes)
        offset += header.bytes.count + entry.data.count
        count += 1
        return header.bytes + entry.data
    }

    /// Returns the bytes after the last entry: the central directory.
    package consuming func finish() -> [UInt8] {
        let (start, length) = (offset, directory.bytes.count)
        if count > 0xFFFF || start >= Int(UInt32.max) || length >= Int(UInt32.max) {
            directory.append(0x0606_4B50 as UInt32)
            directory.append(44 as UInt64)
            directory.append(Self.unixMadeBy)
            directory.append(45 as UInt16)
            directory.append(0 as UInt64)
            directory.append(UInt64(count))
            directory.append(UInt64(count))
            directory.append(UInt64(length))
            directory.append(UInt64(start))
            directory.append(0x0706_4B50 as UInt32)
            directory.append(0 as UInt32)
            directory.append(UInt64(start + length))
            directory.append(1 as UInt32)
        }
        directory.append(0x0605_4B50 as UInt32)
        directory.append(0 as UInt32)
        directory.append(UInt16(clamping: count))
        directory.append(UInt16(clamping: count))
        directory.append(UInt32(clamping: length))
        directory.append(UInt32(clamping: start))
        directory.append(0 as UInt16)
        return directory.bytes
    }

    /// Appends the fields that the local file header and the central directory have in common, from the version needed to the
    /// length of the name.
    private func appendCommon(of entry: Entry, isLong: Bool, to bytes: inout LittleEndianBytes) {
        bytes.append(UInt16(isLong ? 45 : 20))
        // Bit 11: the name is UTF-8 (appendix D). ASCII is the same without it.
        bytes.append(entry.name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x0800 as UInt16)
        bytes.append(UInt16(entry.isDeflated ? 8 : 0))
        bytes.append(0 as UInt16)
        bytes.append(Self.date)
        bytes.append(entry.checksum)
        bytes.append(isLong ? UInt32.max : UInt32(entry.data.count))
        bytes.append(isLong ? UInt32.max : UInt32(entry.size))
        bytes.append(UInt16(entry.name.utf8.count))
    }

    private mutating func appendToDirectory(_ entry: Entry, needsLongSizes: Bool) {
        let needsLongOffset = offset >= Int(UInt32.max)
        let longValues = (needsLongSizes ? [entry.size, entry.data.count] : []) + (needsLongOffset ? [offset] : [])
        directory.append(0x0201_4B50 as UInt32)
        directory.append(Self.unixMadeBy)
        appendCommon(of: entry, isLong: needsLongSizes, to: &directory)
        directory.append(UInt16(longValues.isEmpty ? 0 : 4 + longValues.count * 8))
        directory.append(0 as UInt16)
        directory.append(0 as UInt16)
        directory.append(0 as UInt16)
        directory.append(Self.mode << 16)
        directory.append(UInt32(clamping: offset))
        directory.append(entry.name.utf8)
        if !longValues.isEmpty { appendLongField(longValues, to: &directory) }
    }

    /// Appends the ZIP64 extra field (section 4.5.3) with the values that do not fit into 32 bits.
    private func appendLongField(_ values: [Int], to bytes: inout LittleEndianBytes) {
        bytes.append(1 as UInt16)
        bytes.append(UInt16(values.count * 8))
        for value in values { bytes.append(UInt64(value)) }
    }
}

/// A buffer to which integers are appended with the least significant byte first.
private struct LittleEndianBytes {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String.UTF8View) {
        bytes.append(contentsOf: text)
    }
}

/// Compression to raw DEFLATE data (RFC 1951) and CRC-32, both by zlib.
private enum Deflate {
    /// Compresses bytes at zlib's highest level; nil if the result would not be smaller.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count > 1, bytes.count < Int(UInt32.max) else { return nil }
        var stream = z_stream()
        let windowBits = -MAX_WBITS
        guard
            deflateInit2_(
                &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let output = input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: source.count - 1) { buffer, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return output.isEmpty ? nil : output
    }

    /// The CRC-32 of bytes (ITU-T V.42).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, bytes, bytes.count))
    }
}
