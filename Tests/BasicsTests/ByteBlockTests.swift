import Basics
import Testing

@Suite struct ByteBlockTests {
    private func firstIndex(_ bytes: [UInt8], from start: Int = 0, _ hits: (ByteBlock) -> ByteBlock.Mask) -> Int {
        bytes.withUnsafeBufferPointer { $0.firstIndex(from: start, hits: hits) }
    }

    @Test func theFirstMatchIsFoundAtEveryPosition() {
        for length in 0..<40 {
            for position in 0..<length {
                for value: UInt8 in [0x00, 0x1F, 0x3C, 0x7F, 0x80, 0xE2, 0xFF] {
                    var bytes = [UInt8](repeating: UInt8(ascii: "m"), count: length)
                    bytes[position] = value
                    if position + 1 < length { bytes[position + 1] = value &+ 1 }
                    #expect(firstIndex(bytes) { $0.matches(value) } == position)
                    #expect(firstIndex(bytes, from: position) { $0.matches(value) } == position)
                    #expect(firstIndex(bytes) { $0.matches(value | 2, or: 2) } == position)
                    #expect(firstIndex(bytes) { $0.matches(value & 0xF8, and: 0xF8) } == position)
                    if value < 0x40 { #expect(firstIndex(bytes) { $0.matches(below: 0x40) } == position) }
                }
            }
            let plain = [UInt8](repeating: UInt8(ascii: "m"), count: length)
            #expect(firstIndex(plain) { $0.matches(0x3C) .| $0.matches(below: 0x20) .| $0.matches(0x3E, or: 2) } == length)
        }
    }

    @Test func theLimitItselfDoesNotMatch() {
        for limit: UInt8 in [0x01, 0x20, 0x7F, 0x80, 0xFF] {
            for value in UInt8.min...UInt8.max {
                let bytes = [value] + [UInt8](repeating: 0xFF, count: 15)
                #expect(firstIndex(bytes) { $0.matches(below: limit) } == (value < limit ? 0 : 16))
            }
        }
    }

    @Test func partsOfABlockAreFollowedByLetters() {
        let bytes = (0..<20).map { UInt8(200 + $0) }
        bytes.withUnsafeBytes { memory in
            guard let start = memory.baseAddress else { return }
            for offset in 0..<4 {
                for count in 1...16 {
                    let block = ByteBlock(loading: start + offset, count: count)
                    let expected = bytes[offset..<offset + count] + [UInt8](repeating: 0x61, count: 16 - count)
                    #expect((0..<16).map { block.bytes[$0] } == Array(expected))
                }
            }
        }
    }

    @Test func pairsOfBytesAreFoundOnlyTogether() {
        func firstPair(_ bytes: [UInt8]) -> Int {
            bytes.withUnsafeBufferPointer {
                $0.firstIndex(from: 0) { $0.matches(0xE3) .& $1.matches(0x88, and: 0xF8) }
            }
        }
        for length in 2..<40 {
            for position in 0..<(length - 1) {
                var bytes = [UInt8](repeating: 0xE3, count: length)
                #expect(firstPair(bytes) == length)
                for next: UInt8 in [0x88, 0x8F] {
                    bytes[position + 1] = next
                    #expect(firstPair(bytes) == position)
                }
                bytes[position + 1] = 0x90
                #expect(firstPair(bytes) == length)
            }
        }
    }
}
