import CasebookModel
import Templates

/// A date in two forms: ISO 8601, and as readers see it.
struct DateView: TemplateContext {
    let date: CalendarDate
    /// The date in the language of the site.
    let text: String

    init(date: CalendarDate, words: SiteWords) {
        self.date = date
        text = words[.datesDay, String(date.year), String(date.month), String(date.day)]
    }

    static let fields = ContextFields<DateView>([
        .text("iso") { $0.date.iso },
        .text("text") { $0.text },
    ])
}
