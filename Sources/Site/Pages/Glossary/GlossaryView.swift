import HTML
import Templates

/// The names of the layout `glossary`.
struct GlossaryView: TemplateContext {
    let rows: [GlossaryRowView]

    static let fields = ContextFields<GlossaryView>([
        .list("contents", GlossaryRowView.self) { $0.rows },
        .list("rows", GlossaryRowView.self) { $0.rows },
        .text("total_words") { $0.rows.reduce(0) { $0 + $1.words.count }.grouped },
    ])
}

/// The words whose readings start in one row of the kana table, or that start with one letter.
struct GlossaryRowView: TemplateContext {
    let id: String
    let label: String
    let words: [GlossaryWordView]

    static let fields = ContextFields<GlossaryRowView>([
        .text("id") { $0.id },
        .text("label") { $0.label },
        .text("word_count") { $0.words.count.grouped },
        .list("words", GlossaryWordView.self) { $0.words },
    ])
}

/// A word, with its meaning and the cases that use it.
struct GlossaryWordView: TemplateContext {
    let id: String
    let term: String
    /// Nil where the word has none, as in other languages than Japanese.
    let yomi: String?
    let aliases: [String]
    let body: HTMLFragment
    /// The number of cases that use the word.
    let count: Int
    /// The first of them.
    let cases: [PageLinkView]

    static let fields = ContextFields<GlossaryWordView>([
        .text("id") { $0.id },
        .text("term") { $0.term },
        .optionalText("yomi") { $0.yomi },
        .texts("aliases") { $0.aliases },
        .flag("has_aliases") { !$0.aliases.isEmpty },
        .html("body") { $0.body },
        .flag("used") { $0.count > 0 },
        .text("count") { $0.count.grouped },
        .list("cases", PageLinkView.self) { $0.cases },
        .flag("more") { $0.count > $0.cases.count },
        .text("more_count") { ($0.count - $0.cases.count).grouped },
        .text("search_path") { Permalink.search(for: $0.term).reference },
    ])
}
