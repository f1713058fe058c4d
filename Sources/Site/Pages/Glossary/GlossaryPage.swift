import CasebookModel
import HTML
import Markdown

/// The page of the glossary: each word with its meaning and the cases that use it.
struct GlossaryPage: HTMLPage {
    /// The most cases that a word names.
    private static let caseLimit = 5

    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.glossary.label, documentTitle: site.links.glossary.label,
            description: site.words[.glossaryDescription, site.casebook.glossary.count.grouped],
            breadcrumbs: [site.links.home], subject: .collection(nil))
    }

    var view: GlossaryView {
        GlossaryContent(site: site, uses: uses, caseLimit: Self.caseLimit).view
    }

    /// For each word of the glossary the cases that use it, in order.
    private var uses: [[Int]] { GlossaryContent.uses(of: site.relations.listed, in: site) }
}

/// What the glossary shows, on its page and in books.
struct GlossaryContent {
    let site: RenderContext
    /// For each word, the cases that use it.
    let uses: [[Int]]
    /// The most cases that a word names.
    let caseLimit: Int

    var view: GlossaryView {
        let glossary = site.casebook.glossary
        let words = Array(glossary.indices)
        let rows =
            site.language.isJapanese
            ? IndexRow.byReading(words, words: site.words) { glossary[$0].yomi }
            : IndexRow.byLetter(words, words: site.words) { glossary[$0].term }
        return GlossaryView(
            rows: rows.map { row in
                GlossaryRowView(id: row.id, label: row.label, words: row.elements.map { word(glossary[$0], uses: uses[$0]) })
            })
    }

    private func word(_ word: GlossaryTerm, uses: [Int]) -> GlossaryWordView {
        let link = Permalink.glossaryTerm(word.slug)
        var buffer = HTMLBuffer()
        let options = site.renderOptions(
            targets: word.body.targets, at: link, headingLevel: 4, idPrefix: "\(link.fragment ?? "")-")
        word.body.document.render(into: &buffer, options: options)
        return GlossaryWordView(
            id: link.fragment ?? "", term: word.term, yomi: word.yomi, aliases: word.aliases, body: buffer.finish(),
            count: uses.count, cases: uses.prefix(caseLimit).map(site.pageLink))
    }

    /// Returns, for each word of the glossary, those of some cases that use it, in their order.
    static func uses(of cases: [Int], in site: RenderContext) -> [[Int]] {
        var uses = [[Int]](repeating: [], count: site.casebook.glossary.count)
        guard !uses.isEmpty else { return [] }
        let words = site.glossaryUses.words
        for index in cases {
            for word in words[index] { uses[word].append(index) }
        }
        return uses
    }
}
