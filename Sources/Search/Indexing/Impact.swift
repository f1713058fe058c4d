/// The weight of a pair of characters in a case, from 0 to 3: Okapi BM25 with weighted fields, in whole numbers so that every machine
/// computes the same.
///
/// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.5; k1 = 1.2, b = 0.75.
struct Impact {
    /// The weight of an occurrence in each field, in halves.
    enum Weight {
        static let title: UInt8 = 6
        static let label: UInt8 = 3
        static let alias: UInt8 = 1
        static let body: UInt8 = 2
    }

    /// The mean length of a case, rounded, so that a few more cases do not change every impact.
    let meanLength: Int

    init(meanLength: Int) {
        self.meanLength = max(1, (meanLength + 32) / 64) * 64
    }

    /// Returns the saturation term for the length of a case, in 256ths.
    func saturation(length: Int) -> UInt32 {
        UInt32(clamping: min(77 + 230 * length / meanLength, Self.longest))
    }

    /// A saturation with which even the most occurrences have the lowest impact.
    private static let longest = 1 << 20

    /// Returns the impact of a weighted number of occurrences, which is in halves: the number of limits 1,200, 1,500 and 1,800 that
    /// 2,200 × halves ÷ (halves + saturation) reaches, without a division.
    @inline(__always)
    static func impact(occurrences: UInt8, saturation: UInt32) -> UInt32 {
        let halves = 128 * UInt32(occurrences)
        return (1_000 * halves >= 1_200 * saturation ? 1 : 0) + (700 * halves >= 1_500 * saturation ? 1 : 0)
            + (400 * halves >= 1_800 * saturation ? 1 : 0)
    }
}
