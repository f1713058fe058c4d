/// A 64-bit hash of bytes (XXH64 with seed 0) that is the same on every machine. Not for security.
///
/// It tells contents apart: fingerprints in file names, the manifest, what changed since the last build. Bytes can be added in
/// several steps; only the sequence of all bytes counts.
///
/// It is our own code, because Swift's `Hasher` differs in every process, SHA-256 is slower, and a C library for it would be one
/// more package to install.
///
/// Specification: Collet, "xxHash fast digest algorithm", version 0.1.1, section "XXH64 Algorithm Description".
public struct ContentHash: Sendable, Hashable {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5
    private static let stripe = 32

    /// The four accumulators.
    private var lanes: SIMD4<UInt64> = [prime1 &+ prime2, prime2, 0, 0 &- prime1]
    /// The last bytes, fewer than a stripe, which are not in the accumulators yet; then zeros.
    private var rest = SIMD4<UInt64>()
    private var length: UInt64 = 0
    /// The number of bytes in the rest.
    private var restCount: Int { Int(truncatingIfNeeded: length) & (Self.stripe - 1) }

    /// Creates the hash of no bytes.
    public init() {}

    /// Creates the hash of bytes. O(n).
    public init(_ bytes: [UInt8]) {
        update(bytes)
    }

    /// The hash of bytes that are all there, without a copy of any. O(n).
    package static func value(of bytes: UnsafeRawBufferPointer) -> UInt64 {
        let whole = bytes.count / stripe * stripe
        let lanes = consumed(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), by: ContentHash().lanes)
        return value(
            of: lanes, rest: UnsafeRawBufferPointer(rebasing: bytes[whole...]), length: UInt64(bytes.count))
    }

    /// Adds bytes. The hash depends on the sequence of all bytes, not on how they are divided into calls.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { update($0) }
    }

    /// Adds a text in UTF-8, then its length, so that it cannot be confused with the next text.
    public mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
        update(text.utf8.count)
    }

    /// Adds a number as eight bytes.
    public mutating func update(_ number: Int) {
        withUnsafeBytes(of: UInt64(truncatingIfNeeded: number).littleEndian) { update($0) }
    }

    /// Adds bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        let restCount = restCount
        length &+= UInt64(bytes.count)
        var bytes = bytes
        if restCount > 0 {
            let missing = min(Self.stripe - restCount, bytes.count)
            keep(UnsafeRawBufferPointer(rebasing: bytes[..<missing]), at: restCount)
            guard restCount + missing == Self.stripe else { return }
            let (full, lanes) = (rest, lanes)
            self.lanes = withUnsafeBytes(of: full) { Self.consumed($0, by: lanes) }
            rest = SIMD4()
            bytes = UnsafeRawBufferPointer(rebasing: bytes[missing...])
        }
        let whole = bytes.count / Self.stripe * Self.stripe
        lanes = Self.consumed(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), by: lanes)
        keep(UnsafeRawBufferPointer(rebasing: bytes[whole...]), at: 0)
    }

    /// Puts bytes into the rest, at an offset.
    private mutating func keep(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
        guard let source = bytes.baseAddress else { return }
        withUnsafeMutableBytes(of: &rest) { rest in
            rest.baseAddress?.advanced(by: offset).copyMemory(from: source, byteCount: bytes.count)
        }
    }

    /// The hash of all bytes so far.
    public var value: UInt64 {
        withUnsafeBytes(of: rest) {
            Self.value(of: lanes, rest: UnsafeRawBufferPointer(rebasing: $0[..<restCount]), length: length)
        }
    }

    /// The hash of bytes that are in the accumulators but for the last ones, fewer than a stripe.
    private static func value(of lanes: SIMD4<UInt64>, rest bytes: UnsafeRawBufferPointer, length: UInt64) -> UInt64 {
        var hash = prime5
        if length >= UInt64(stripe) {
            hash = rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
            for index in 0..<4 {
                hash = (hash ^ round(0, lanes[index])) &* prime1 &+ prime4
            }
        }
        hash &+= length
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = rotated(hash ^ round(0, word(bytes, offset)), 27) &* prime1 &+ prime4
            offset += 8
        }
        if offset + 4 <= bytes.count {
            let word = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            hash = rotated(hash ^ UInt64(word) &* prime1, 23) &* prime2 &+ prime3
            offset += 4
        }
        for byte in bytes[offset...] {
            hash = rotated(hash ^ UInt64(byte) &* prime5, 11) &* prime1
        }
        hash = (hash ^ hash >> 33) &* prime2
        hash = (hash ^ hash >> 29) &* prime3
        return hash ^ hash >> 32
    }

    /// The hash as sixteen hexadecimal digits, in lower case.
    public var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The first ten hexadecimal digits, for file names.
    public var short: Substring { hexadecimal.prefix(10) }

    /// The accumulators after further bytes, which must be whole stripes.
    private static func consumed(_ bytes: UnsafeRawBufferPointer, by lanes: SIMD4<UInt64>) -> SIMD4<UInt64> {
        var (first, second, third, fourth) = (lanes[0], lanes[1], lanes[2], lanes[3])
        var offset = 0
        while offset < bytes.count {
            first = round(first, word(bytes, offset))
            second = round(second, word(bytes, offset + 8))
            third = round(third, word(bytes, offset + 16))
            fourth = round(fourth, word(bytes, offset + 24))
            offset += stripe
        }
        return [first, second, third, fourth]
    }

    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* prime2, 31) &* prime1
    }

    private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value << bits | value >> (64 - bits)
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
