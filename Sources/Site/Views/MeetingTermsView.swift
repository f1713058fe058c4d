import Templates

/// The terms of a taxonomy that share cases with a page's term, those with most cases first.
struct MeetingTermsView: TemplateContext {
    let label: String
    /// The first few.
    let terms: [MeetingTermView]
    /// The rest.
    let others: [MeetingTermView]

    static let shape = ContextShape<MeetingTermsView>([
        .text("label") { $0.label },
        .list("terms", MeetingTermView.self) { $0.terms },
        .list("others", MeetingTermView.self) { $0.others },
        .flag("has_others") { !$0.others.isEmpty },
        .text("others_count") { $0.others.count.grouped },
    ])
}

/// A term and how many cases it shares with a page's term.
struct MeetingTermView: TemplateContext {
    let term: TermLinkView
    /// How many cases the page's term has.
    let total: Int

    /// In per cent, rounded down, but never nothing.
    private var share: Int { max(1, term.count * 100 / max(1, total)) }

    static let shape = ContextShape<MeetingTermView>([
        .text("label") { $0.term.label },
        .text("path") { $0.term.link.reference },
        .text("count") { $0.term.count.grouped },
        .optionalText("number_label") { $0.term.numberLabel },
        .text("share") { String($0.share) },
    ])
}
