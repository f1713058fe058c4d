@testable import Search

/// Reads the output of `BitText` and `IndexShard` as their documentation describes it.
struct BitTextReader {
    private let bits: [Bool]
    private var position = 0

    init(_ script: [UInt8]) {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        let quote = UInt8(ascii: "\"")
        let text = script.split(separator: quote, omittingEmptySubsequences: false)[1]
        bits = text.flatMap { byte in
            let value = alphabet.firstIndex(of: byte) ?? 0
            return (0..<6).map { value >> (5 - $0) & 1 == 1 }
        }
    }

    mutating func bit() -> Bool {
        defer { position += 1 }
        return bits[position]
    }

    mutating func number(_ count: Int) -> Int {
        (0..<count).reduce(0) { value, _ in value << 1 | (bit() ? 1 : 0) }
    }

    mutating func unary() -> Int {
        var value = 0
        while bit() { value += 1 }
        return value
    }

    mutating func gamma() -> Int {
        let width = unary()
        return 1 << width | number(width)
    }

    /// Reads the cases of a list with their impacts.
    mutating func list(hasImpacts: Bool) -> [(number: Int, impact: Int)] {
        let count = gamma()
        let width = number(5)
        var next = 0
        return (0..<count).map { _ in
            let entry = next + unary() << width + number(width)
            next = entry + 1
            var impact = 0
            while hasImpacts, impact < 3, bit() { impact += 1 }
            return (entry, impact)
        }
    }

    /// Reads the lists of a shard, by key.
    mutating func shard() -> [UInt32: [(number: Int, impact: Int)]] {
        var lists: [UInt32: [(number: Int, impact: Int)]] = [:]
        var (first, second) = (0, 0)
        for _ in 0..<gamma() {
            let difference = gamma() - 1
            second = difference == 0 ? second + gamma() - 1 : number(16)
            first += difference
            lists[UInt32(first << 16 | second)] = list(hasImpacts: true)
        }
        return lists
    }
}
