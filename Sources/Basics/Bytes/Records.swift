/// Writes numbers and texts one after another, for files that only the same version of this program reads again.
package struct RecordWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Reserves room for further bytes.
    package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

    /// Appends a number that is not negative: seven bits per byte, the lowest first, with the high bit set in all but the last byte.
    package mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a number of 64 bits as eight bytes, the lowest first.
    package mutating func word(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends how many numbers there are, then the numbers.
    package mutating func words(_ values: [UInt64]) {
        number(values.count)
        reserve(8 * values.count)
        for value in values { word(value) }
    }

    /// Appends a truth value as a byte.
    package mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// Appends a text with its length.
    package mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            number(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// Appends how many texts there are, then the texts.
    package mutating func texts(_ values: [String]) {
        number(values.count)
        for value in values { text(value) }
    }
}

/// Reads what ``RecordWriter`` wrote, in the same order. Every value is nil where the bytes are anything else.
package struct RecordReader: Sendable {
    private let bytes: [UInt8]
    private var position = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Whether all bytes were read.
    package var isAtEnd: Bool { position == bytes.count }

    package mutating func number() -> Int? {
        var (value, shift) = (UInt64(0), UInt64(0))
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(exactly: value) }
            shift += 7
        }
        return nil
    }

    package mutating func word() -> UInt64? {
        guard bytes.count - position >= 8 else { return nil }
        defer { position += 8 }
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
    }

    package mutating func words() -> [UInt64]? {
        guard let count = number(), count <= (bytes.count - position) / 8 else { return nil }
        let start = position
        position += 8 * count
        return bytes.withUnsafeBytes { buffer in
            (0..<count).map { UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: start + 8 * $0, as: UInt64.self)) }
        }
    }

    package mutating func flag() -> Bool? {
        guard position < bytes.count, bytes[position] < 2 else { return nil }
        defer { position += 1 }
        return bytes[position] == 1
    }

    package mutating func text() -> String? {
        guard let count = number(), count <= bytes.count - position else { return nil }
        defer { position += count }
        return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
    }

    package mutating func texts() -> [String]? { list { $0.text() } }

    /// Reads how many elements there are, then the elements.
    package mutating func list<Element>(_ read: (inout RecordReader) -> Element?) -> [Element]? {
        guard let count = number(), count <= bytes.count - position else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(count)
        while elements.count < count {
            guard let element = read(&self) else { return nil }
            elements.append(element)
        }
        return elements
    }
}
