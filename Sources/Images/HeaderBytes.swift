/// The bytes at hand end before an image has said its size.
package struct HeaderEnd: Error {}

/// A stretch of a file's first bytes; whatever is asked for, nothing outside the stretch is read.
package struct HeaderBytes {
    private let bytes: ArraySlice<UInt8>

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes[...]
    }

    private init(slice: ArraySlice<UInt8>) {
        bytes = slice
    }

    package var count: Int { bytes.count }

    /// The byte at a place, counted from 0.
    package func byte(_ place: Int) throws(HeaderEnd) -> Int {
        guard place >= 0, place < count else { throw HeaderEnd() }
        return Int(bytes[bytes.startIndex + place])
    }

    /// A whole number of up to four bytes, the highest first.
    package func big(_ place: Int, _ length: Int) throws(HeaderEnd) -> Int {
        var number = 0
        for offset in 0..<length { number = number << 8 | (try byte(place + offset)) }
        return number
    }

    /// A whole number of up to four bytes, the lowest first.
    package func little(_ place: Int, _ length: Int) throws(HeaderEnd) -> Int {
        var number = 0
        for offset in (0..<length).reversed() { number = number << 8 | (try byte(place + offset)) }
        return number
    }

    /// The four characters by which parts of files are known.
    package func mark(_ place: Int) throws(HeaderEnd) -> String {
        let number = UInt32(truncatingIfNeeded: try big(place, 4))
        return withUnsafeBytes(of: number.bigEndian) { String(decoding: $0, as: UTF8.self) }
    }

    /// What lies in a range, as far as it is at hand.
    package func part(_ range: Range<Int>) -> HeaderBytes {
        HeaderBytes(slice: bytes.dropFirst(range.lowerBound).prefix(range.count))
    }
}
