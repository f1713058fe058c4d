import CasebookModel
import Templates

/// The page of a reader's own list of cases. The fragment of its address names them (`list.html#c001.c014`); a script loads them from
/// the files of the search.
struct ListPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.list.label, documentTitle: site.links.list.label,
            description: site.words[.listDescription], breadcrumbs: [site.links.home])
    }

    var view: ListView {
        let casebook = site.casebook
        return ListView(
            headings: casebook.sections.enumerated().map { SectionHeadingView(heading: $1.heading, position: $0) },
            taxonomies: casebook.taxonomies.map { ListTaxonomyView(key: $0.key, label: $0.label) },
            fieldLabels: casebook.fields.filter { $0.place != .data }.map(\.label),
            secondaryKey: casebook.taxonomies[site.secondary].key,
            caseNumbers: CaseNumbers.text(casebook.cases.map(\.id)),
            withdrawn: casebook.cases.filter { $0.status == .withdrawn }.map(\.id).joined(separator: " "))
    }
}

/// The names of the layout `list`: what its script needs besides the files of the search.
struct ListView: TemplateContext {
    let headings: [SectionHeadingView]
    let taxonomies: [ListTaxonomyView]
    /// The labels of the declared fields that pages show.
    let fieldLabels: [String]
    /// The key in `casebook.yml` of the taxonomy that says who did what a case describes.
    let secondaryKey: String
    /// The ids of all cases (``CaseNumbers``).
    let caseNumbers: String
    /// The ids of the withdrawn cases, separated by blanks.
    let withdrawn: String

    static let fields = ContextFields<ListView>([
        .list("headings", SectionHeadingView.self) { $0.headings },
        .list("taxonomies", ListTaxonomyView.self) { $0.taxonomies },
        .texts("fields") { $0.fieldLabels },
        .text("secondary_key") { $0.secondaryKey },
        .text("case_numbers") { $0.caseNumbers },
        .text("withdrawn") { $0.withdrawn },
    ])
}

/// A taxonomy whose terms the list shows.
struct ListTaxonomyView: TemplateContext {
    let key: String
    let label: String

    static let fields = ContextFields<ListTaxonomyView>([
        .text("key") { $0.key },
        .text("label") { $0.label },
    ])
}

/// The ids of cases in the order of the casebook as a short text, from which a script gets the number of each case.
///
/// Ids are separated by blanks. Where at least three follow one another by a number of the same width at their end, only the first and
/// the last are written: `c001 c002 c003 x1` is `c001..c003 x1`.
enum CaseNumbers {
    /// Returns the text for ids. O(length of all ids).
    static func text(_ ids: [String]) -> String {
        var parts: [String] = []
        var start = 0
        while start < ids.count {
            var end = start
            if var last = Numbered(ids[start]) {
                while end + 1 < ids.count, let next = Numbered(ids[end + 1]), next.follows(last) {
                    last = next
                    end += 1
                }
            }
            if end - start > 1 {
                parts.append("\(ids[start])..\(ids[end])")
            } else {
                parts += ids[start...end]
            }
            start = end + 1
        }
        return parts.joined(separator: " ")
    }

    /// An id that ends in a number.
    private struct Numbered {
        let stem: Substring
        let width: Int
        let number: Int

        init?(_ id: String) {
            // Longer numbers are not exact in a script.
            let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
            guard (1...15).contains(digits), let number = Int(id.suffix(digits)) else { return nil }
            (stem, width, self.number) = (id.dropLast(digits), digits, number)
        }

        func follows(_ other: Numbered) -> Bool {
            number == other.number + 1 && width == other.width && stem == other.stem
        }
    }
}
