import CasebookModel
import Templates

/// A date in two forms: ISO 8601, and as readers see it.
struct DateView: TemplateContext {
    let date: CalendarDate

    static let fields = ContextFields<DateView>([
        .text("iso") { $0.date.iso },
        .text("text") { $0.date.japanese },
    ])
}
