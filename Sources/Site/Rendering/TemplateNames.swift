import Basics
import Diagnostics
import Templates

extension Layout {
    /// The names that the layout can use besides those of its frames.
    var shape: Shape {
        switch self {
        case .home: HomeView.shape
        case .cases: CaseListView.shape
        case .caseFile: CaseView.shape
        case .easyText: EasyTextView.shape
        case .easyTexts: EasyTextListView.shape
        case .card: CaseCardView.shape
        case .terms: TermIndexView.shape
        case .term: TermView.shape
        case .search: SearchView.shape
        case .list: ListView.shape
        case .submission: SubmissionView.shape
        case .comparisonIndex: ComparisonIndexView.shape
        case .comparison: ComparisonView.shape
        case .editions: EditionListView.shape
        case .booklet: BookletView.shape
        case .book: BookView.shape
        case .infoPage: InformationView.shape
        case .glossary: GlossaryView.shape
        case .news: NewsView.shape
        case .data: DataIndexView.shape
        case .notFound: NotFoundView.shape
        case .redirect: RedirectView.shape
        }
    }

    /// Returns the names of the outer frame of all layouts, with those of the existing assets.
    static func siteFrameShape(assets: [SourceFile]) -> Shape {
        let assets = assets.sorted { $0.path < $1.path }
        let links = assets.map { Permalink.asset($0.path, hash: ContentHash($0.bytes)) }
        return SiteFrameView.fields(assets: AssetNames.object(of: assets, links: links).shape).shape
    }

    /// The names of the frame between the outer frame and the layout.
    var innerFrameShape: Shape {
        switch self {
        case .card: CardFrameView.shape
        case .book: BookFrameView.shape
        default: PageFrameView.shape
        }
    }

    /// Returns every name that each layout can use, with its kind.
    static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        let common = language == .ja ? "すべてのレイアウト" : "every layout"
        let sections =
            [(common, [home.innerFrameShape, siteFrameShape(assets: assets)])]
            + allCases.map { ("\($0.rawValue).mustache", [$0.shape]) }
        return sections.map { name, shapes in "\(name)\n\(shapes.map { $0.listing(in: language) }.joined())" }
            .joined(separator: "\n")
    }
}
