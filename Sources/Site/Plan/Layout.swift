import Templates

/// The layouts that a site needs, each `templates/layouts/NAME.mustache`: one for each kind of page, and one for a case in a list.
public enum Layout: String, Sendable, CaseIterable {
    case home
    case cases
    case caseFile = "case"
    case card
    case terms
    case term
    case search
    case comparisonIndex = "compare-index"
    case comparison = "compare"
    case booklet
    case infoPage = "page"
    case glossary
    case data
    case notFound = "not-found"
    case redirect

    /// The names that the layout is offered beside those of its frames.
    var shape: Shape {
        switch self {
        case .home: HomeView.shape.shape
        case .cases: CaseListView.shape.shape
        case .caseFile: CaseView.shape.shape
        case .card: CaseCardView.shape.shape
        case .terms: TermIndexView.shape.shape
        case .term: TermView.shape.shape
        case .search: SearchView.shape.shape
        case .comparisonIndex: ComparisonIndexView.shape.shape
        case .comparison: ComparisonView.shape.shape
        case .booklet: BookletView.shape.shape
        case .infoPage: InfoPageView.shape.shape
        case .glossary: GlossaryView.shape.shape
        case .data: DataView.shape.shape
        case .notFound: NotFoundView.shape.shape
        case .redirect: RedirectView.shape.shape
        }
    }
}
