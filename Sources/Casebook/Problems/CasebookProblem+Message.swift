import Diagnostics

extension CasebookProblem {
    public var message: Message { Message(ja: japanese, en: english) }

    public var severity: Severity {
        switch self {
        case .misplacedFile, .noCases, .duplicateTitle, .hashInText, .repeatedRelatedCase, .uselessTermList,
            .unwrittenSection, .loneWord, .unfitImage:
            .warning
        default: .error
        }
    }

    /// What would be allowed, where the list is short or nothing is near.
    public var allowed: [String] {
        switch self {
        case .unknownKey(_, let allowed, _): suggestions.isEmpty ? allowed : []
        case .badStatus: Case.Status.allCases.map(\.rawValue)
        case .badChoice(_, _, let allowed, _), .unknownSection(_, let allowed): allowed
        case .misplacedFile(.unknownFolder(_, let folders)), .unknownTaxonomy(_, _, let folders): folders
        case .unknownTerm(_, _, _, let labels): suggestions.isEmpty && labels.count <= 30 ? labels : []
        case .unknownPage(_, _, let slugs): suggestions.isEmpty ? slugs : []
        default: []
        }
    }

    public var suggestions: [String] {
        switch self {
        case .unknownKey(let name, let allowed, let meant): meant.map { [$0] } ?? nearest(to: name, among: allowed)
        case .badStatus(let value, let meant): meant.map { [$0] } ?? nearest(to: value, among: allowed)
        case .badChoice(_, let value, let allowed, let meant): meant.map { [$0] } ?? nearest(to: value, among: allowed)
        case .badDate(_, let meant), .badAlias(_, let meant), .badLanguage(_, let meant): meant.map { [$0] } ?? []
        case .wideDigits(_, let meant): [meant]
        case .misplacedFile(.unknownFolder(let name, let folders)): nearest(to: name, among: folders)
        case .unknownTerm(_, _, let name, let labels): nearest(to: name, among: labels)
        case .missingTermFile(let slug, _, let slugs), .unknownPage(_, let slug, let slugs):
            nearest(to: slug, among: slugs)
        case .unknownSection(let heading, let allowed): nearest(to: heading, among: allowed)
        case .unfitID(_, let fit): fit.map { [$0] } ?? []
        case .deadLink(_, let near), .deadImage(_, let near), .deadAnchor(_, let near), .unknownRelatedCase(_, let near):
            near
        case .unknownTaxonomy(_, let name, let folders): nearest(to: name, among: folders)
        default: []
        }
    }
}
