/// A row of the kana table, such as か行. The rows divide an index in 五十音 order.
public enum KanaRow: String, Sendable, CaseIterable {
    case a, ka, sa, ta, na, ha, ma, ya, ra, wa

    /// The name for readers, such as か行.
    public var label: String {
        switch self {
        case .a: "あ行"
        case .ka: "か行"
        case .sa: "さ行"
        case .ta: "た行"
        case .na: "な行"
        case .ha: "は行"
        case .ma: "ま行"
        case .ya: "や行"
        case .ra: "ら行"
        case .wa: "わ行"
        }
    }

    /// The row of a full-sized, unvoiced hiragana; ん belongs to わ行. Nil for other letters.
    init?(letter: UInt32) {
        switch letter {
        case 0x3042...0x304A: self = .a
        case 0x304B...0x3054: self = .ka
        case 0x3055...0x305E: self = .sa
        case 0x305F...0x3069: self = .ta
        case 0x306A...0x306E: self = .na
        case 0x306F...0x307D: self = .ha
        case 0x307E...0x3082: self = .ma
        case 0x3084...0x3088: self = .ya
        case 0x3089...0x308D: self = .ra
        case 0x308F...0x3093: self = .wa
        default: return nil
        }
    }

    /// Sorts elements by their readings and groups them by row.
    ///
    /// The last group, with a nil row, has the elements whose readings do not start with a kana. Rows without elements are left
    /// out. Elements with equal readings keep their order. O(n log n).
    public static func divide<Element>(
        _ elements: [Element], by reading: (Element) -> String
    ) -> [(row: Self?, elements: [Element])] {
        let sorted = elements.enumerated().map { (key: ReadingKey(reading($1)), index: $0, element: $1) }
            .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
        let rows: [Self?] = allCases + [nil]
        return rows.map { row in (row: row, elements: sorted.filter { $0.key.row == row }.map(\.element)) }
            .filter { !$0.elements.isEmpty }
    }
}
