import Basics
import CasebookModel
import Diagnostics

/// `feed.json`: the newest cases, those without a date last (JSON Feed 1.1).
struct JSONFeed {
    let site: RenderContext
    let baseURL: String

    private var casebook: Casebook { site.casebook }

    var bytes: [UInt8] {
        let settings = casebook.settings
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", site.words[.feedsSite, settings.title])
            json.member("home_page_url", Permalink.home.address(at: baseURL))
            json.member("feed_url", Permalink.jsonFeed.address(at: baseURL))
            json.member("description", settings.description)
            json.member("language", settings.language)
            json.key("authors")
            json.array { json in
                json.object { json in
                    json.member("name", settings.publisher.name)
                    if let url = settings.publisher.url { json.member("url", url) }
                }
            }
            json.key("items")
            json.array { json in
                for index in site.structure.feeds.json ?? [] { writeItem(index, into: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func writeItem(_ index: Int, into json: inout JSONWriter) {
        let entry = casebook.cases[index]
        let language = casebook.settings.language
        let address = site.permalink(ofCase: index).address(at: baseURL)
        json.object { json in
            json.member("id", address)
            json.member("url", address)
            json.member("title", entry.title)
            json.member("summary", CaseContent(site: site, index: index).description)
            json.member("content_html", FeedContent(site: site, index: index, baseURL: baseURL).html.string)
            if let date = entry.published { json.member("date_published", date.timestamp(language: language)) }
            if let date = entry.updated { json.member("date_modified", date.timestamp(language: language)) }
            json.member("tags", entry.termIDs.map { casebook[$0].label })
        }
    }
}
