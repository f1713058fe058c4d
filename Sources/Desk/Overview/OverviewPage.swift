import CasebookModel
import Diagnostics
import Templates

/// The list of cases: what is asked for in the address, and the page for it.
struct OverviewPage {
    /// How many cases a page lists.
    static let pageLength = 50

    let overview: Overview
    let words: DeskWords
    let query: Overview.Query
    /// The page of the list, from 1.
    let page: Int
    /// The texts of the query as they were sent.
    let fields: FormFields
    /// For each case that somebody has open, who that is.
    let open: [String: String]

    init(_ overview: Overview, fields: FormFields, words: DeskWords, open: [String: String]) {
        self.overview = overview
        self.open = open
        self.words = words
        self.fields = fields
        var query = Overview.Query()
        query.words = fields["words"] ?? ""
        query.status = fields["status"].flatMap(Case.Status.init)
        query.attention = fields["attention"].flatMap { name in
            Self.attentions.first { $0.name == name }?.value
        }
        for taxonomy in overview.filtered {
            guard let term = fields["term-\(taxonomy)"].flatMap(Int.init),
                overview.taxonomies[taxonomy].terms.indices.contains(term)
            else { continue }
            query.terms[taxonomy] = term
        }
        query.order = fields["order"].flatMap(Overview.Query.Order.init) ?? .attention
        self.query = query
        page = max(1, fields["page"].flatMap(Int.init) ?? 1)
    }

    private static let attentions: [(name: String, value: Overview.Attention)] = [
        ("errors", .errors), ("drafts", .drafts), ("overdue", .overdue), ("warnings", .warnings),
    ]

    var view: OverviewView {
        let found = overview.rows(for: query)
        let pages = max(1, (found.count + Self.pageLength - 1) / Self.pageLength)
        let page = min(page, pages)
        let shown = found.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength)
        return OverviewView(
            total: overview.rows.count, found: found.count,
            first: shown.isEmpty ? 0 : (page - 1) * Self.pageLength + 1, last: (page - 1) * Self.pageLength + shown.count,
            errors: overview.counts[.errors] ?? 0, drafts: overview.counts[.drafts] ?? 0,
            overdue: overview.counts[.overdue] ?? 0,
            otherProblems: overview.settingsProblems.count
                + overview.groups.flatMap(\.files).reduce(0) { $0 + $1.problems.count { $0.severity == .error } },
            words: query.words, isFiltered: query != Overview.Query(),
            status: query.status?.rawValue ?? "", attention: Self.attentions.first { $0.value == query.attention }?.name ?? "",
            order: query.order.rawValue,
            filters: overview.filtered.map { taxonomy in
                ChoiceListView(
                    name: "term-\(taxonomy)", label: overview.taxonomies[taxonomy].label,
                    choices: overview.taxonomies[taxonomy].terms.enumerated().map { index, label in
                        ChoiceView(value: String(index), label: label, isChosen: query.terms[taxonomy] == index)
                    })
            },
            group: overview.filtered.last.map { overview.taxonomies[$0].label } ?? "",
            rows: shown.map { row(overview.rows[$0]) },
            previous: page > 1 ? link(toPage: page - 1) : nil, next: page < pages ? link(toPage: page + 1) : nil,
            page: page, pages: pages)
    }

    /// The address of another page of the same list.
    private func link(toPage page: Int) -> String {
        let kept = fields.all.filter { $0.name != "page" && !$0.value.isEmpty }
        let parts = (kept + [("page", String(page))]).map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
        return "/desk/?" + parts.joined(separator: "&")
    }

    /// A text in a query, with every byte escaped that is no letter and no digit.
    static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private func row(_ row: Overview.Row) -> CaseRowView {
        let terms = overview.filtered.last.flatMap { taxonomy in
            row.terms.indices.contains(taxonomy)
                ? row.terms[taxonomy].map { overview.taxonomies[taxonomy].terms[$0] } : nil
        }
        let date = { (date: CalendarDate?) in
            date.map { words[.overviewDay, String($0.year), String($0.month), String($0.day)] }
        }
        return CaseRowView(
            name: row.name, title: row.title, state: words.state(row.status), stateName: row.status?.rawValue ?? "unreadable",
            terms: terms ?? [], updated: date(row.updated), published: date(row.published),
            reviewBy: row.isOverdue ? date(row.reviewBy) : nil, errors: row.errors, warnings: row.warnings,
            open: open[row.name])
    }
}

extension DeskWords {
    /// The name of a state of a case; of a file that is not text without one.
    func state(_ status: Case.Status?) -> String {
        switch status {
        case .draft: self[.stateDraft]
        case .published: self[.statePublished]
        case .withdrawn: self[.stateWithdrawn]
        case nil: self[.stateUnreadable]
        }
    }
}

/// The names of the layout `overview`.
struct OverviewView: TemplateContext {
    let total: Int
    let found: Int
    let first: Int
    let last: Int
    let errors: Int
    let drafts: Int
    let overdue: Int
    /// How many errors other files than cases have.
    let otherProblems: Int
    let words: String
    let isFiltered: Bool
    let status: String
    let attention: String
    let order: String
    let filters: [ChoiceListView]
    /// The label of the taxonomy that the list shows.
    let group: String
    let rows: [CaseRowView]
    let previous: String?
    let next: String?
    let page: Int
    let pages: Int

    static let fields = ContextFields<OverviewView>([
        .text("total") { String($0.total) },
        .text("found") { String($0.found) },
        .text("first") { String($0.first) },
        .text("last") { String($0.last) },
        .flag("has_rows") { !$0.rows.isEmpty },
        .flag("empty") { $0.total == 0 },
        .flag("needs_attention") { $0.errors + $0.drafts + $0.overdue + $0.otherProblems > 0 },
        .optionalText("errors") { $0.errors > 0 ? String($0.errors) : nil },
        .optionalText("drafts") { $0.drafts > 0 ? String($0.drafts) : nil },
        .optionalText("overdue") { $0.overdue > 0 ? String($0.overdue) : nil },
        .optionalText("others") { $0.otherProblems > 0 ? String($0.otherProblems) : nil },
        .text("words") { $0.words },
        .flag("filtered") { $0.isFiltered },
        .flag("of_drafts") { $0.status == "draft" },
        .flag("of_published") { $0.status == "published" },
        .flag("of_withdrawn") { $0.status == "withdrawn" },
        .flag("needs_errors") { $0.attention == "errors" },
        .flag("needs_drafts") { $0.attention == "drafts" },
        .flag("needs_review") { $0.attention == "overdue" },
        .flag("needs_warnings") { $0.attention == "warnings" },
        .flag("by_number") { $0.order == "number" },
        .flag("by_title") { $0.order == "title" },
        .flag("by_date") { $0.order == "date" },
        .flag("by_problems") { $0.order == "problems" },
        .list("filters", ChoiceListView.self) { $0.filters },
        .text("group") { $0.group },
        .list("rows", CaseRowView.self) { $0.rows },
        .flag("paged") { $0.pages > 1 },
        .text("page") { String($0.page) },
        .text("pages") { String($0.pages) },
        .optionalText("previous") { $0.previous },
        .optionalText("next") { $0.next },
    ])
}

/// A list to choose one value from.
struct ChoiceListView: TemplateContext {
    let name: String
    let label: String
    let choices: [ChoiceView]

    static let fields = ContextFields<ChoiceListView>([
        .text("name") { $0.name },
        .text("label") { $0.label },
        .list("choices", ChoiceView.self) { $0.choices },
    ])
}

/// A value to choose.
struct ChoiceView: TemplateContext {
    let value: String
    let label: String
    let isChosen: Bool

    static let fields = ContextFields<ChoiceView>([
        .text("value") { $0.value },
        .text("label") { $0.label },
        .flag("chosen") { $0.isChosen },
    ])
}

/// A case in the list.
struct CaseRowView: TemplateContext {
    let name: String
    let title: String
    let state: String
    let stateName: String
    let terms: [String]
    let updated: String?
    let published: String?
    /// The day of a review that is due.
    let reviewBy: String?
    let errors: Int
    let warnings: Int
    /// Says who has the case open; nil if nobody does.
    let open: String?

    static let fields = ContextFields<CaseRowView>([
        .text("name") { $0.name },
        .text("title") { $0.title },
        .text("state") { $0.state },
        .text("state_name") { $0.stateName },
        .texts("terms") { $0.terms },
        .optionalText("updated") { $0.updated },
        .optionalText("published") { $0.published },
        .optionalText("review_by") { $0.reviewBy },
        .optionalText("errors") { $0.errors > 0 ? String($0.errors) : nil },
        .optionalText("warnings") { $0.warnings > 0 ? String($0.warnings) : nil },
        .optionalText("open") { $0.open },
        .flag("sound") { $0.errors + $0.warnings == 0 && $0.reviewBy == nil },
    ])
}
