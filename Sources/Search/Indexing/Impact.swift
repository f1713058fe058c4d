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
    private let meanLength: Int

    init(meanLength: Int) {
        self.meanLength = max(1, (meanLength + 32) / 64) * 64
    }

    /// Returns the saturation term for the length of a case, in 256ths.
    func saturation(length: Int) -> Int {
        77 + 230 * length / meanLength
    }

    /// Returns the impact of a weighted number of occurrences, which is in halves.
    @inline(__always)
    static func impact(occurrences: UInt8, saturation: Int) -> UInt32 {
        let halves = 128 * Int(occurrences)
        switch 2_200 * halves / (halves + saturation) {
        case ..<1_200: return 0
        case ..<1_500: return 1
        case ..<1_800: return 2
        default: return 3
        }
    }
}
