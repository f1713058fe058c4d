import Casebook
import Templates

/// A day, for machines and for people.
struct DateView: TemplateContext {
    let date: CalendarDate

    static let shape = ContextShape<DateView>([
        .text("iso") { $0.date.iso },
        .text("text") { $0.date.japanese },
    ])
}
