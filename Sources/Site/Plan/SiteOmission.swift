import Diagnostics

/// A part that a site lacks because the content does not state something. It is no problem, but editors should know.
public enum SiteOmission: Int, Sendable, CaseIterable {
    case addresses = 1
    case atomFeed = 2
    case contact = 4
    case drafts = 8

    /// What is left out, and how to get it.
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
        case .drafts: Message(ja: "下書きは載せていません。", en: "Drafts were left out.")
        case .contact:
            Message(
                ja: "問い合わせ先がわからないため、ページの下にも冊子にも付けていません。付けるには、casebook.yml に"
                    + "「contact: { name: 編集担当, mail: info@example.jp }」のように書いてください。",
                en:
                    "It is not known whom readers can ask, so no page and no booklet names a contact. To have it, write contact "
                    + "into casebook.yml, like “contact: { name: Editors, mail: info@example.org }”.")
        }
    }
}
