/// The layouts of a site, one `templates/layouts/NAME.mustache` each: one per kind of page, and one for a case in a list.
public enum Layout: String, Sendable, CaseIterable {
    case home
    case cases
    case caseFile = "case"
    /// The easy-language version of a case.
    case easyText = "easy"
    case easyTexts = "easy-list"
    case card
    case terms
    case term
    case search
    case list
    case submission = "submit"
    case comparisonIndex = "compare-index"
    case comparison = "compare"
    case editions
    case booklet
    /// A document of an e-book or a text.
    case book
    case infoPage = "page"
    case glossary
    case news
    case data
    case notFound = "not-found"
    case redirect
}
