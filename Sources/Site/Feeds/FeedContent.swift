import Basics
import CasebookModel
import HTML

/// The content of a case in a feed: its sections with absolute addresses, the notice and the source.
struct FeedContent {
    let site: RenderContext
    let index: Int
    let baseURL: String

    var html: HTMLFragment {
        let settings = site.casebook.settings
        var buffer = HTMLBuffer(reservingCapacity: 4_096)
        let sections = CaseContent(site: site, index: index)
            .sections(at: site.permalink(ofCase: index), headingLevel: 3, baseURL: baseURL)
        for section in sections {
            buffer.append(markup: "<h2>")
            buffer.append(text: section.heading)
            buffer.append(markup: "</h2>\n")
            buffer.append(section.body)
        }
        buffer.append(markup: "<hr>\n<p>")
        buffer.append(text: settings.notice)
        buffer.append(markup: "</p>\n<p>")
        buffer.append(text: site.words[.commonSource])
        if let url = settings.source.url {
            buffer.append(markup: "<a href=\"")
            buffer.append(text: url)
            buffer.append(markup: "\">")
            buffer.append(text: settings.source.title)
            buffer.append(markup: "</a>")
        } else {
            buffer.append(text: settings.source.title)
        }
        buffer.append(markup: "</p>\n")
        return buffer.finish()
    }
}

extension CalendarDate {
    /// Returns the start of the day as a time of RFC 3339, since front matter has days and feeds need times: midnight in Japan for
    /// a collection in Japanese, otherwise midnight in UTC.
    ///
    /// - Parameter language: The collection's BCP 47 tag.
    package func timestamp(language: String) -> String {
        let isJapanese = LanguageTag(language).isJapanese
        return "\(iso)T00:00:00\(isJapanese ? "+09:00" : "Z")"
    }
}
