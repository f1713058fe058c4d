import Basics
import Diagnostics
import Templates

extension Layout {
    /// The names that the layout can use besides those of its frames.
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
        case .infoPage: InformationView.shape.shape
        case .glossary: GlossaryView.shape.shape
        case .data: DataIndexView.shape.shape
        case .notFound: NotFoundView.shape.shape
        case .redirect: RedirectView.shape.shape
        }
    }

    /// Returns the names of the frames around the layout, the outer frame first.
    func frameShapes(assets: [SourceFile]) -> [Shape] {
        let assets = assets.sorted { $0.path < $1.path }
        let links = assets.map { Permalink.asset($0.path, hash: ContentHash($0.bytes)) }
        let inner = self == .card ? CardFrameView.shape.shape : PageFrameView.shape.shape
        return [SiteFrameView.shape(assets: AssetNames.object(of: assets, links: links).shape).shape, inner]
    }

    /// Returns every name that each layout can use, with its kind.
    static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        let common = language == .ja ? "すべてのレイアウト" : "every layout"
        let sections =
            [(common, home.frameShapes(assets: assets).reversed())]
            + allCases.map { ("\($0.rawValue).mustache", [$0.shape]) }
        return sections.map { name, shapes in "\(name)\n\(shapes.map { $0.listing(in: language) }.joined())" }
            .joined(separator: "\n")
    }
}
