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
        let (glossary, uses) = (site.casebook.glossary, uses)
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
            count: uses.count, cases: uses.prefix(Self.caseLimit).map(site.pageLink))
    }

    /// For each word of the glossary the cases that use it, in order.
    private var uses: [[Int]] {
        var uses = [[Int]](repeating: [], count: site.casebook.glossary.count)
        let words = site.glossaryUses.words
        for index in site.relations.listed {
            for word in words[index] { uses[word].append(index) }
        }
        return uses
    }
}
