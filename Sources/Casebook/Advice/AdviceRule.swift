/// The rules of advice, by the ids that editors see and that `casebook.yml` switches off.
enum AdviceRule: String, Sendable, CaseIterable {
    case longSentence = "long-sentence"
    case longTitle = "long-title"
    case unevenSections = "uneven-sections"
    case personalName = "personal-name"
    case phoneNumber = "phone-number"
    case mailAddress = "mail-address"
    case companyName = "company-name"
    case machineDependent = "machine-dependent-character"
    case halfWidthKana = "half-width-kana"
    case mixedCommas = "mixed-commas"

    /// Whether the rule keeps what is private out of cases; pages may well name an office's telephone.
    var isOnPrivacy: Bool {
        switch self {
        case .personalName, .phoneNumber, .mailAddress, .companyName: true
        default: false
        }
    }
}

/// A set of rules that costs nothing to look into.
struct AdviceRules: Sendable {
    private let bits: UInt16

    init(_ rules: some Sequence<AdviceRule>) {
        bits = rules.reduce(0) { $0 | Self.bit($1) }
    }

    private init(bits: UInt16) { self.bits = bits }

    static let all = AdviceRules(AdviceRule.allCases)

    var isEmpty: Bool { bits == 0 }

    func contains(_ rule: AdviceRule) -> Bool { bits & Self.bit(rule) != 0 }

    func without(_ rule: AdviceRule) -> AdviceRules { AdviceRules(bits: bits & ~Self.bit(rule)) }

    private static func bit(_ rule: AdviceRule) -> UInt16 {
        switch rule {
        case .longSentence: 1
        case .longTitle: 1 << 1
        case .unevenSections: 1 << 2
        case .personalName: 1 << 3
        case .phoneNumber: 1 << 4
        case .mailAddress: 1 << 5
        case .companyName: 1 << 6
        case .machineDependent: 1 << 7
        case .halfWidthKana: 1 << 8
        case .mixedCommas: 1 << 9
        }
    }
}
