import Casebook
import HTML
import Templates

/// The layout `page`: a page about the collection.
struct InfoPageView: TemplateContext {
    let body: HTMLFragment
    /// Empty where there is little to list.
    let contents: [ContentsEntryView]
    let updated: CalendarDate?

    static let shape = ContextShape<InfoPageView>([
        .html("body") { $0.body },
        .list("contents", ContentsEntryView.self) { $0.contents },
        .flag("has_contents") { !$0.contents.isEmpty },
        .optional("updated", DateView.self) { $0.updated.map(DateView.init) },
    ])
}

/// A heading in a list of contents.
struct ContentsEntryView: TemplateContext {
    let id: String
    let text: String
    let level: Int

    static let shape = ContextShape<ContentsEntryView>([
        .text("id") { $0.id },
        .text("text") { $0.text },
        .text("level") { String($0.level) },
    ])
}
