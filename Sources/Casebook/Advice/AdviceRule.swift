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
