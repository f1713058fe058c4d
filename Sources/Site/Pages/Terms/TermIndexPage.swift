import CasebookModel
import Templates

/// The index page of a taxonomy: all its terms.
struct TermIndexPage: HTMLPage {
    let site: RenderContext
    let index: Int

    private var taxonomy: Taxonomy { site.casebook.taxonomies[index] }
    private var links: [TermLinkView] { site.termLinks[index] }

    var frame: PageFrame {
        let title = site.words[.termsTitle, taxonomy.label]
        return PageFrame(
            title: title, documentTitle: title,
            description: taxonomy.description ?? site.words[.termsDescription, taxonomy.label],
            breadcrumbs: [site.links.home],
            menu: .taxonomy(index), subject: .collection(nil))
    }

    var view: TermIndexView {
        let groups =
            taxonomy.groups.isEmpty
            ? [TermGroupView(label: nil, terms: occupiedTerms(of: links.indices))]
            : taxonomy.groups.map { TermGroupView(label: $0.label, terms: occupiedTerms(of: $0.terms)) }
        return TermIndexView(
            label: taxonomy.label, description: taxonomy.description, folder: taxonomy.folder,
            groups: groups.filter { !$0.terms.isEmpty }, rows: rows, isAlphabetical: taxonomy.index == .alphabet,
            vacant: links.indices.filter { links[$0].count == 0 }.map { site.termObjects[index][$0] },
            unstated: UnstatedView(taxonomy: index, in: site), termCount: links.count(where: { $0.count > 0 }),
            caseCount: site.caseCount)
    }

    /// Links to those of some terms that have cases, each with the term's description.
    private func occupiedTerms(of terms: Range<Int>) -> [Object] {
        terms.filter { links[$0].count > 0 }.map { term -> Object in
            var link = links[term]
            let text = taxonomy.terms[term].body.document.plainText()
            link.summary = text.isEmpty ? nil : text
            return link.object
        }
    }

    /// The terms that have cases, by kana or initial; empty where the taxonomy has no such index.
    private var rows: [TermRowView] {
        guard let order = taxonomy.index else { return [] }
        let occupied = links.indices.filter { links[$0].count > 0 }
        let rows: [IndexRow<Int>] =
            switch order {
            case .yomi: IndexRow.byReading(occupied, words: site.words) { taxonomy.terms[$0].yomi }
            case .alphabet: IndexRow.byLetter(occupied, words: site.words) { taxonomy.terms[$0].label }
            }
        return rows.map { row in
            TermRowView(id: row.id, label: row.label, terms: row.elements.map { site.termObjects[index][$0] })
        }
    }
}
