import CasebookModel
import Templates

/// The booklet: the whole collection as one document, or the list of its volumes.
struct BookletPage: HTMLPage {
    let site: RenderContext

    private var content: BookletContent { BookletContent(site: site) }

    var frame: PageFrame {
        let cases = content.hasVolumes ? [] : site.primaryTaxonomy.terms.indices.flatMap(content.cases(ofTerm:))
        return PageFrame(
            title: site.casebook.settings.title, documentTitle: site.links.booklet.label,
            description: site.words[.bookletDescription], breadcrumbs: [site.links.home, site.links.editions], menu: .booklet,
            subject: .collection(ListedCases(cases: cases, first: 1, total: cases.count)))
    }

    var view: BookletView {
        get throws(RenderingError) {
            var view = content.hasVolumes ? list : booklet
            view.editions = try EditionLinkView.all(ofTerm: nil, part: 1, in: site)
            return view
        }
    }

    private var terms: [Int] { site.primaryTaxonomy.terms.indices.filter { !content.cases(ofTerm: $0).isEmpty } }

    private var list: BookletView {
        BookletView(
            volumes: terms.flatMap(content.volumeLinks).map(\.object), volumeLabel: nil, pdf: content.pdf(), parts: [],
            indexes: [])
    }

    private var booklet: BookletView {
        let terms = terms
        return BookletView(
            volumes: [], volumeLabel: nil, pdf: content.pdf(),
            parts: terms.map { content.part($0, cases: content.cases(ofTerm: $0)[...], at: .booklet) },
            indexes: content.indexes(of: terms.flatMap(content.cases(ofTerm:))))
    }
}

/// A part of a volume of the booklet: cases of one primary term.
struct BookletVolumePage: HTMLPage {
    let site: RenderContext
    /// A primary term.
    let term: Int
    /// Counted from 1.
    let part: Int

    private var content: BookletContent { BookletContent(site: site) }
    private var parts: [ArraySlice<Int>] { site.listings.volumes[term] }

    var frame: PageFrame {
        let taxonomy = site.primaryTaxonomy
        let label = content.volumeLabel(term, part: part)
        let cases = parts[part - 1]
        return PageFrame(
            title: site.casebook.settings.title, documentTitle: site.words[.bookletVolumeTitle, label],
            description: site.words[.bookletVolumeDescription, taxonomy.label, taxonomy.terms[term].label],
            breadcrumbs: [site.links.home, site.links.editions, site.links.booklet], menu: .booklet,
            subject: .collection(
                ListedCases(cases: Array(cases), first: cases.startIndex + 1, total: parts.last?.endIndex ?? 0)))
    }

    var view: BookletView {
        get throws(RenderingError) {
            let cases = parts[part - 1]
            let link = Permalink.bookletVolume(slug: site.primaryTaxonomy.terms[term].slug, part: part)
            return BookletView(
                volumes: [], volumeLabel: content.volumeLabel(term, part: part), pdf: content.pdf(ofVolume: link),
                editions: try EditionLinkView.all(ofTerm: term, part: part, in: site),
                parts: [content.part(term, cases: cases, at: link)], indexes: content.indexes(of: Array(cases)))
        }
    }
}

/// What the booklet and its volumes are built from.
private struct BookletContent {
    let site: RenderContext

    private var taxonomy: Taxonomy { site.primaryTaxonomy }

    /// Whether the collection is too large for one document.
    var hasVolumes: Bool { site.caseCount > Listings.bookletSize }

    /// Returns the cases of a primary term.
    func cases(ofTerm term: Int) -> [Int] {
        site.relations.cases(of: TermID(taxonomy: site.primary, term: term))
    }

    /// Returns the title of a part of a volume; a part has a number only where the volume has several.
    func volumeLabel(_ term: Int, part: Int) -> String {
        let label = taxonomy.terms[term].label
        return site.listings.volumes[term].count > 1 ? site.words[.bookletPart, label, String(part)] : label
    }

    /// Returns the file that `script/booklet` printed of the booklet, or of the volume at `link`; nil if the content does not have it.
    func pdf(ofVolume link: Permalink? = nil) -> PrintedBookletView? {
        let name = link.flatMap { $0.path.split(separator: "/").last?.dropLast(".html".count) }
        let path = "files/booklet\(name.map { "-\($0)" } ?? "").pdf"
        return site.casebook.images.first { $0.path == path }.map {
            PrintedBookletView(path: $0.path, byteCount: $0.byteCount)
        }
    }

    /// Returns links to the parts of a volume.
    func volumeLinks(_ term: Int) -> [TermLinkView] {
        site.listings.volumes[term].enumerated().map { index, cases in
            TermLinkView(
                label: volumeLabel(term, part: index + 1),
                target: .bookletVolume(slug: taxonomy.terms[term].slug, part: index + 1), count: cases.count,
                number: taxonomy.terms[term].number, numberLabel: site.termLinks[site.primary][term].numberLabel)
        }
    }

    /// Returns cases of a primary term, for the page at `link`.
    func part(_ term: Int, cases: ArraySlice<Int>, at link: Permalink) -> Object {
        BookletPartView(
            id: "part-\(taxonomy.terms[term].slug)", term: site.termLinks[site.primary][term],
            cases: cases.map { bookletCase($0, at: link) }
        ).object
    }

    /// Returns the cases by the terms of each taxonomy that every case must state, except the one by which the booklet is ordered.
    func indexes(of cases: [Int]) -> [BookletIndexView] {
        site.casebook.taxonomies.enumerated().compactMap { index, taxonomy in
            guard index != site.primary, taxonomy.isRequired else { return nil }
            var found = [[BookletIndexCaseView]](repeating: [], count: taxonomy.terms.count)
            for entry in cases.map({ site.casebook.cases[$0] }) {
                for term in entry.terms[index] { found[term].append(BookletIndexCaseView(id: entry.id, title: entry.title)) }
            }
            let terms = zip(taxonomy.terms, found).compactMap { term, cases in
                cases.isEmpty ? nil : BookletIndexTermView(label: term.label, cases: cases)
            }
            return BookletIndexView(id: "index-\(taxonomy.folder)", label: taxonomy.label, terms: terms)
        }
    }

    private func bookletCase(_ index: Int, at link: Permalink) -> Object {
        let (entry, content) = (site.casebook.cases[index], CaseContent(site: site, index: index))
        return BookletCaseView(
            id: entry.id, title: entry.title, secondary: content.secondaryLabel, isDraft: entry.status == .draft,
            address: site.address(ofCase: index), facts: content.factsUnderHeading,
            values: content.values,
            sections: content.sections(at: link, headingLevel: 5, idPrefix: "\(entry.id)-")
        ).object
    }
}
