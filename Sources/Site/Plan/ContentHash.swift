/// A 64-bit hash of bytes (FNV-1a), for telling contents apart: fingerprints in names and the manifest. Not for security.
///
/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", draft-eastlake-fnv.
public struct ContentHash: Sendable, Hashable {
    public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// The hash of no bytes, to go on from.
    public init() {}

    public init(_ bytes: [UInt8]) {
        update(bytes)
    }

    /// Goes on with the bytes that follow: the hash is that of all of them, however they were cut.
    public mutating func update(_ bytes: [UInt8]) {
        var hash = value
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        value = hash
    }

    /// Sixteen hexadecimal digits.
    public var hexadecimal: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The first ten of the digits: enough for a file name.
    public var short: Substring { hexadecimal.prefix(10) }
}
