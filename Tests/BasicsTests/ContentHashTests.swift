import Basics
import Testing

/// The expected values are those of the reference implementation of XXH64.
@Suite struct ContentHashTests {
    @Test(
        arguments: [
            ([], 0xef46_db37_51d8_e999), (Array("a".utf8), 0xd24e_c4f1_a98c_6e5b), (Array("abc".utf8), 0x44bc_2cf5_ad77_0999),
            (Array(0..<31), 0xc346_d2b5_9b4d_8ee1), (Array(0..<32), 0xcbf5_9c51_16ff_32b4),
            (Array(0..<47), 0x0d98_83a0_3e7b_fbb8),
            (Array("障害者就労支援の効果的な支援ノウハウ集".utf8), 0xff8f_ce5d_0f7d_e906),
            ((0..<1000).map { UInt8($0 * 7 % 256) }, 0x2527_5608_a9cf_c168),
        ] as [([UInt8], UInt64)])
    func hashesAreThoseOfTheSpecification(bytes: [UInt8], expected: UInt64) {
        #expect(ContentHash(bytes).value == expected)
    }

    @Test func piecesOfEqualLengthGiveTheSameHash() {
        let bytes = (0..<200).map { UInt8($0) }
        for size in 1...70 {
            var hash = ContentHash()
            for start in stride(from: 0, to: bytes.count, by: size) { hash.update(Array(bytes[start...].prefix(size))) }
            #expect(hash.value == ContentHash(bytes).value)
        }
    }

    @Test func hexadecimalFormHasSixteenDigits() {
        #expect(ContentHash([]).hexadecimal == "ef46db3751d8e999")
        #expect(ContentHash(Array(0..<47)).hexadecimal == "0d9883a03e7bfbb8")
        #expect(ContentHash([]).short == "ef46db3751")
    }

    @Test func twoPiecesGiveTheSameHash() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        for cut in [0, 1, 31, 32, 33, 500, 999, 1_000] {
            var hash = ContentHash()
            hash.update(Array(bytes[..<cut]))
            hash.update([])
            hash.update(Array(bytes[cut...]))
            #expect(hash == ContentHash(bytes))
        }
        #expect(ContentHash() == ContentHash([]))
        #expect(ContentHash([0]) != ContentHash([0, 0]))
    }
}
