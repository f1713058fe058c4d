import Casebook
import Diagnostics

extension SitePlan {
    /// `feed.json`: the newest cases, those without a date last (JSON Feed 1.1).
    func jsonFeed(_ cases: [Int], baseURL: String) -> [UInt8] {
        let settings = casebook.settings
        var json = JSONWriter()
        json.object { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", Feeds.title(settings.title))
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
                for index in cases { jsonItem(casebook.cases[index], baseURL: baseURL, into: &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    private func jsonItem(_ entry: Case, baseURL: String, into json: inout JSONWriter) {
        let language = casebook.settings.language
        let address = Permalink.caseFile(entry.id).address(at: baseURL)
        json.object { json in
            json.member("id", address)
            json.member("url", address)
            json.member("title", entry.title)
            json.member("summary", description(of: entry))
            json.member("content_html", feedContent(entry, baseURL: baseURL).string)
            if let date = entry.published { json.member("date_published", date.timestamp(language: language)) }
            if let date = entry.updated { json.member("date_modified", date.timestamp(language: language)) }
            json.member("tags", entry.termIDs.map { casebook[$0].label })
        }
    }
}
