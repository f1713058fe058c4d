import Casebook
import HTML

extension SitePlan {
    /// What a feed shows of a case: its sections with whole addresses, and the notice, as every page with a case has it.
    func feedContent(_ entry: Case, baseURL: String) -> HTMLFragment {
        let sections = sections(of: entry, at: .caseFile(entry.id), headingLevel: 3, baseURL: baseURL)
        let settings = casebook.settings
        var buffer = HTMLBuffer(reservingCapacity: 4_096)
        for section in sections {
            buffer.append(markup: "<h2>")
            buffer.append(text: section.heading)
            buffer.append(markup: "</h2>\n")
            buffer.append(section.body)
        }
        buffer.append(markup: "<hr>\n<p>")
        buffer.append(text: settings.notice)
        buffer.append(markup: "</p>\n<p>出典：")
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
