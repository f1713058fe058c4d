/// Writes a ZIP archive (PKWARE APPNOTE 6.3.10) piece by piece: the same entries give the same bytes.
///
/// Names are ASCII. Every date is 1980-01-01 00:00, the earliest that the format knows, and every mode 0644, so that nothing
/// tells where or when the archive was made. More than 65,535 entries, or 4 GiB, take the format's 64-bit records.
package struct ZipWriter {
    /// A file, ready to be put into an archive.
    package struct Entry: Sendable {
        package let name: String
        package let checksum: UInt32
        package let size: Int
        package let data: [UInt8]
        package let isDeflated: Bool

        /// Compresses a file, where that makes it smaller.
        package init(name: String, bytes: [UInt8]) {
            self.name = name
            checksum = Deflate.checksum(bytes)
            size = bytes.count
            let deflated = Deflate.compress(bytes)
            data = deflated ?? bytes
            isDeflated = deflated != nil
        }
    }

    private static let unixMadeBy: UInt16 = 3 << 8 | 45
    private static let date: UInt16 = 1 << 5 | 1
    private static let mode: UInt32 = 0o100644

    private var offset = 0
    private var directory = LittleEndianBytes()
    private var count = 0

    /// Starts an archive.
    package init() {}

    /// The bytes of the next entry.
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

    /// The bytes behind the last entry: the list of all.
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

    /// What the header before a file and its line in the list have in common, up to the length of the name.
    private func appendCommon(of entry: Entry, isLong: Bool, to bytes: inout LittleEndianBytes) {
        bytes.append(UInt16(isLong ? 45 : 20))
        bytes.append(0 as UInt16)
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

    /// The extra field with values that do not fit into 32 bits.
    private func appendLongField(_ values: [Int], to bytes: inout LittleEndianBytes) {
        bytes.append(1 as UInt16)
        bytes.append(UInt16(values.count * 8))
        for value in values { bytes.append(UInt64(value)) }
    }
}

/// Bytes to append numbers to, the lowest byte first.
package struct LittleEndianBytes {
    package private(set) var bytes: [UInt8] = []

    package mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    package mutating func append(_ text: String.UTF8View) {
        bytes.append(contentsOf: text)
    }
}
