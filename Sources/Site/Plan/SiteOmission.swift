import Diagnostics

/// What a site goes without for want of something that the content could say. No fault, but worth knowing.
public enum SiteOmission: Int, Sendable, CaseIterable {
    case addresses = 1
    case atomFeed = 2

    /// One sentence that says what is left out, and how to have it.
    public var message: Message {
        switch self {
        case .addresses:
            Message(
                ja: "公開先のアドレスがわからないため、正規URL（canonical）、Open Graph、構造化データ（JSON-LD）、サイトマップ、フィードは"
                    + "付けていません。付けるには、casebook.yml に base_url を書くか、--base-url で指定してください。",
                en: "The address of the site is not known, so canonical addresses, Open Graph, structured data (JSON-LD), "
                    + "the sitemap and the feeds were left out. To have them, write base_url into casebook.yml or give "
                    + "--base-url.")
        case .atomFeed:
            Message(
                ja: "日付のある公開事例がないため、Atomフィード（feed.xml）は作っていません。作るには、事例に published（公開日）を"
                    + "書いてください。",
                en: "No published case has a date, so the Atom feed (feed.xml) was left out. To have it, write the date of "
                    + "publication into the cases, as published.")
        }
    }
}

extension SitePlan {
    /// What the site goes without.
    public var omissions: [SiteOmission] {
        guard baseURL != nil else { return [.addresses] }
        return feeds.atom.isEmpty ? [.atomFeed] : []
    }
}
