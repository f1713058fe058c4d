import Diagnostics

/// What is worth a second look though nothing is wrong: one case a rule. Each can be switched off in `casebook.yml`.
enum Advice: Problem, Hashable {
    /// A sentence of more than 100 characters.
    case longSentence(characters: Int)
    /// A title of more than 60 characters.
    case longTitle(characters: Int)
    /// A section that is far shorter than another.
    case unevenSections(heading: String, characters: Int, longest: String, most: Int)
    /// What looks like a person's name: `田中さん`.
    case personalName(String)
    /// A telephone number.
    case phoneNumber(String)
    /// A mail address.
    case mailAddress(String)
    /// A company by its name: `株式会社…`.
    case companyName(String)
    /// A sign that not every machine shows alike, and what may stand for it.
    case machineDependent(String, common: String?)
    /// Half-width kana, and the full-width ones.
    case halfWidthKana(String, wide: String)
    /// A comma of another sort than most in the file.
    case mixedCommas(found: String, usual: String)

    /// How many characters a sentence may have.
    static let sentenceLimit = 100
    /// How many characters a title may have.
    static let titleLimit = 60

    var severity: Severity { .warning }

    var id: String { rule.rawValue }

    /// The rule of which this is a finding.
    var rule: AdviceRule {
        switch self {
        case .longSentence: .longSentence
        case .longTitle: .longTitle
        case .unevenSections: .unevenSections
        case .personalName: .personalName
        case .phoneNumber: .phoneNumber
        case .mailAddress: .mailAddress
        case .companyName: .companyName
        case .machineDependent: .machineDependent
        case .halfWidthKana: .halfWidthKana
        case .mixedCommas: .mixedCommas
        }
    }

    var suggestions: [String] {
        switch self {
        case .machineDependent(_, let common): common.map { [$0] } ?? []
        case .halfWidthKana(_, let wide): [wide]
        case .mixedCommas(_, let usual): [usual]
        default: []
        }
    }

    /// One of each kind, so that all ids and both languages can be gone through.
    static let examples: [Self] = [
        .longSentence(characters: 123), .longTitle(characters: 72),
        .unevenSections(heading: "必要性・きっかけ", characters: 20, longest: "取組・工夫の概要", most: 400),
        .personalName("田中さん"), .phoneNumber("03-0000-0000"), .mailAddress("tanaka@example.jp"),
        .companyName("株式会社さくら"), .machineDependent("①", common: "1"), .halfWidthKana("ｼﾞｮﾌﾞ", wide: "ジョブ"),
        .mixedCommas(found: "，", usual: "、"),
    ]
}
