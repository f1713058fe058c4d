import Templates

/// The names of the layout `home`.
struct HomeView: TemplateContext {
    let overview: OverviewView
    let taxonomies: [TaxonomyEntryView]
    /// Taxonomies without their terms.
    let otherTaxonomies: [OtherTaxonomyView]
    let newest: [Object]
    /// Nil where no case has a date.
    let news: LinkView?
    /// The easy-language versions; nil where there are none.
    let easyTexts: EasyTextsLinkView?

    static let fields = ContextFields<HomeView>([
        .object("overview", OverviewView.self) { $0.overview },
        .list("taxonomies", TaxonomyEntryView.self) { $0.taxonomies },
        .list("other_taxonomies", OtherTaxonomyView.self) { $0.otherTaxonomies },
        .flag("has_other_taxonomies") { !$0.otherTaxonomies.isEmpty },
        .list("newest", of: CaseCardView.self, objects: { $0.newest }),
        .text("newest_count") { $0.newest.count.grouped },
        .optional("news", LinkView.self) { $0.news },
        .flag("has_newest") { !$0.newest.isEmpty },
        .optional("easy", EasyTextsLinkView.self) { $0.easyTexts },
    ])
}

/// A link to the list of all easy-language versions.
struct EasyTextsLinkView: TemplateContext {
    let count: Int

    static let fields = ContextFields<EasyTextsLinkView>([
        .text("path") { _ in Permalink.easyTexts().path },
        .text("count") { $0.count.grouped },
    ])
}

/// A taxonomy on the home page, with links to its terms.
struct TaxonomyEntryView: TemplateContext {
    let link: LinkView
    let description: String?
    let terms: [Object]
    let unstated: UnstatedView?
    let isPrimary: Bool

    static let fields = ContextFields<TaxonomyEntryView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .optionalText("description") { $0.description },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .text("term_count") { $0.terms.count.grouped },
        .optional("unstated", UnstatedView.self) { $0.unstated },
        .flag("primary") { $0.isPrimary },
    ])
}

/// A link to a taxonomy whose terms the home page does not list.
struct OtherTaxonomyView: TemplateContext {
    let link: LinkView
    let termCount: Int

    static let fields = ContextFields<OtherTaxonomyView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .text("term_count") { $0.termCount.grouped },
    ])
}
