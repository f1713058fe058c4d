import Casebook
import Templates

/// What others show of a page where they link to it: the Open Graph protocol's properties (ogp.me).
struct OpenGraphView: TemplateContext {
    let isArticle: Bool
    let title: String
    let description: String
    let url: String
    /// A BCP 47 tag.
    let language: String
    var published: CalendarDate?
    var modified: CalendarDate?

    static let shape = ContextShape<OpenGraphView>([
        .text("type") { $0.isArticle ? "article" : "website" },
        .text("title") { $0.title },
        .text("description") { $0.description },
        .text("url") { $0.url },
        .optionalText("locale") { $0.locale },
        .optionalText("published_time") { $0.published?.iso },
        .optionalText("modified_time") { $0.modified?.iso },
    ])

    /// The language with its region, as in `ja_JP`; nil where the tag names no region and none goes without saying.
    private var locale: String? {
        let parts = language.split(separator: "-")
        guard let name = parts.first else { return nil }
        if let region = parts.dropFirst().first(where: { $0.utf8.count == 2 }) { return "\(name)_\(region.uppercased())" }
        return name == "ja" ? "ja_JP" : nil
    }
}
