import Casebook
import Search
import Templates

/// What is the same on every page.
struct SiteView: TemplateContext {
    let settings: Settings
    /// Ends in `/`; nil where it is not known.
    let baseURL: String?
    let caseCount: Int
    let invitation: LinkView?

    static let shape = ContextShape<SiteView>([
        .text("title") { $0.settings.title },
        .text("description") { $0.settings.description },
        .text("language") { $0.settings.language },
        .text("publisher") { $0.settings.publisher.name },
        .optionalText("publisher_url") { $0.settings.publisher.url },
        .text("source") { $0.settings.source.title },
        .optionalText("source_url") { $0.settings.source.url },
        .text("notice") { $0.settings.notice },
        .optionalText("base_url") { $0.baseURL },
        .text("case_count") { $0.caseCount.grouped },
        .flag("has_search_index") { $0.caseCount > SearchFiles.smallSize },
        .optional("invitation", LinkView.self) { $0.invitation },
    ])
}
