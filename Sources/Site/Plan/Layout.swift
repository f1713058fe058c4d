import Templates

/// The layouts that a site needs, each `templates/layouts/NAME.mustache`.
public enum Layout: String, Sendable, CaseIterable {
    case home
    case cases
    case caseFile = "case"
    case terms
    case term
    case comparisonIndex = "compare-index"
    case comparison = "compare"
    case booklet
    case infoPage = "page"
    case data
    case notFound = "not-found"
    case redirect

    /// The names that the layout is offered beside those of the frame.
    var shape: Shape {
        switch self {
        case .home: HomeView.shape.shape
        case .cases: CaseListView.shape.shape
        case .caseFile: CaseView.shape.shape
        case .terms: TermIndexView.shape.shape
        case .term: TermView.shape.shape
        case .comparisonIndex: ComparisonIndexView.shape.shape
        case .comparison: ComparisonView.shape.shape
        case .booklet: BookletView.shape.shape
        case .infoPage: InfoPageView.shape.shape
        case .data: DataView.shape.shape
        case .notFound: NotFoundView.shape.shape
        case .redirect: RedirectView.shape.shape
        }
    }
}
