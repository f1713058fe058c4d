import Casebook
import HTML
import Templates

extension SitePlan {
    func casesFrame(page: Int) -> Frame {
        Frame(
            title: "事例一覧", documentTitle: "事例一覧\(pageSuffix(page))",
            description: "掲載している\(relations.listed.count.grouped)件の事例の一覧です。", breadcrumbs: [homeCrumb], menu: .cases,
            subject: .collection(ListedCases(listings.all, page: page)))
    }

    func caseListView(page: Int) throws(RenderingError) -> CaseListView {
        CaseListView(
            count: listings.all.count, groups: try groups(listings.all, page: page),
            pagination: pagination(listings.all, page: page) { .cases(page: $0) },
            filters: page == 1 ? filters : nil)
    }

    func termIndexFrame(_ index: Int) -> Frame {
        let taxonomy = casebook.taxonomies[index]
        return Frame(
            title: "\(taxonomy.label)から探す", documentTitle: "\(taxonomy.label)から探す",
            description: taxonomy.description ?? "\(taxonomy.label)ごとに事例を探せます。", breadcrumbs: [homeCrumb],
            menu: .taxonomy(index), subject: .collection(nil))
    }

    func termIndexView(_ index: Int) -> TermIndexView {
        let taxonomy = casebook.taxonomies[index]
        let links = shared.termLinks[index]
        let occupied = { (terms: Range<Int>) in
            terms.filter { links[$0].count > 0 }.map { term -> Object in
                var link = links[term]
                let text = taxonomy.terms[term].body.document.plainText()
                link.summary = text.isEmpty ? nil : text
                return link.object
            }
        }
        let groups =
            taxonomy.groups.isEmpty
            ? [TermGroupView(label: nil, terms: occupied(links.indices))]
            : taxonomy.groups.map { TermGroupView(label: $0.label, terms: occupied($0.terms)) }
        return TermIndexView(
            label: taxonomy.label, description: taxonomy.description, folder: taxonomy.folder,
            groups: groups.filter { !$0.terms.isEmpty },
            rows: kanaRows(index),
            vacant: links.indices.filter { links[$0].count == 0 }.map { shared.termObjects[index][$0] },
            unstated: unstated(index), termCount: links.count(where: { $0.count > 0 }), caseCount: relations.listed.count)
    }

    /// The occupied terms of a taxonomy that asks for it, in 五十音 order by row.
    private func kanaRows(_ index: Int) -> [KanaRowView] {
        let taxonomy = casebook.taxonomies[index]
        guard taxonomy.index == .yomi else { return [] }
        let occupied = taxonomy.terms.indices.filter { shared.termLinks[index][$0].count > 0 }
        return KanaRow.divide(occupied) { taxonomy.terms[$0].yomi ?? "" }.map { row, terms in
            KanaRowView(id: rowAnchor(row), label: row?.label ?? otherRow, terms: terms.map { shared.termObjects[index][$0] })
        }
    }

    /// The anchor of a row in an index in 五十音 order.
    func rowAnchor(_ row: KanaRow?) -> String { "row-\(row?.rawValue ?? "other")" }

    /// What readings that start with no kana are put under.
    var otherRow: String { "その他" }

    func termFrame(_ id: TermID, page: Int) -> Frame {
        let (taxonomy, term) = (casebook.taxonomies[id.taxonomy], casebook[id])
        let count = relations.cases(of: id).count
        return Frame(
            title: term.label, documentTitle: "\(term.label)（\(taxonomy.label)）\(pageSuffix(page))",
            description: "\(taxonomy.label)「\(term.label)」の事例\(count.grouped)件を掲載しています。",
            breadcrumbs: [homeCrumb, crumb(ofTaxonomy: id.taxonomy)], menu: .taxonomy(id.taxonomy),
            subject: .collection(ListedCases(listings.terms[id.taxonomy][id.term], page: page)))
    }

    func termView(_ id: TermID, page: Int) throws(RenderingError) -> TermView {
        let (taxonomy, term) = (casebook.taxonomies[id.taxonomy], casebook[id])
        let listing = listings.terms[id.taxonomy][id.term]
        let isPrimary = id.taxonomy == casebook.settings.primary
        let body = page == 1 ? html(of: term.body, at: casebook.permalink(of: id)) : .empty
        return TermView(
            term: TermDetailView(
                link: shared.termLinks[id.taxonomy][id.term], taxonomyLink: crumb(ofTaxonomy: id.taxonomy),
                group: taxonomy.groups.first { $0.terms.contains(id.term) }?.label, aliases: term.aliases,
                body: body.isEmpty ? nil : body),
            groups: try groups(listing, page: page), contents: contents(listing, page: page),
            pagination: pagination(listing, page: page) { casebook.permalink(of: id, page: $0) },
            meets: page == 1 ? meets(id) : [], unstated: unstated(id.taxonomy),
            comparison: isPrimary && listing.count > 1
                ? LinkView(label: "この\(taxonomy.label)の事例を比べて読む", link: .comparison(slug: term.slug)) : nil)
    }

    func unstatedFrame(_ index: Int, page: Int) -> Frame {
        let taxonomy = casebook.taxonomies[index]
        let title = "\(taxonomy.unstated ?? "")事例"
        return Frame(
            title: title, documentTitle: "\(title)（\(taxonomy.label)）\(pageSuffix(page))",
            description: "\(title)\((listings.unstated[index]?.count ?? 0).grouped)件を掲載しています。",
            breadcrumbs: [homeCrumb, crumb(ofTaxonomy: index)], menu: .taxonomy(index),
            subject: .collection(listings.unstated[index].map { ListedCases($0, page: page) }))
    }

    /// The page of the cases that state no term: a term's page without a description and without terms that meet it.
    func unstatedView(_ index: Int, page: Int) throws(RenderingError) -> TermView {
        let taxonomy = casebook.taxonomies[index]
        let listing = listings.unstated[index] ?? CaseListing([], by: CaseGrouping(casebook, by: casebook.settings.primary))
        let link = TermLinkView(
            label: taxonomy.unstated ?? "", link: .unstated(folder: taxonomy.folder), count: listing.count, number: nil,
            taxonomyLabel: taxonomy.label)
        return TermView(
            term: TermDetailView(link: link, taxonomyLink: crumb(ofTaxonomy: index), group: nil, aliases: [], body: nil),
            groups: try groups(listing, page: page), contents: contents(listing, page: page),
            pagination: pagination(listing, page: page) { .unstated(folder: taxonomy.folder, page: $0) }, meets: [],
            unstated: nil, comparison: nil)
    }

    /// The groups of a page that is long and has several; none else.
    private func contents(_ listing: CaseListing, page: Int) -> [ContentsEntryView] {
        let groups = listing.pages[page - 1]
        guard groups.count >= 3, groups.reduce(0, { $0 + $1.cases.count }) >= 10 else { return [] }
        return groups.map { group in
            let link = shared.termLinks[group.term.taxonomy][group.term.term]
            return ContentsEntryView(id: groupAnchor(casebook[group.term].slug), text: link.label, level: 2)
        }
    }

    func groups(_ listing: CaseListing, page: Int) throws(RenderingError) -> [CaseGroupView] {
        try listing.pages[page - 1].map { (group) throws(RenderingError) in
            let link = shared.termLinks[group.term.taxonomy][group.term.term]
            return CaseGroupView(
                id: groupAnchor(casebook[group.term].slug), label: link.label, link: link.link, number: link.number,
                numberLabel: link.numberLabel, count: group.total, isContinued: group.isContinued,
                cases: try group.cases.map { (index) throws(RenderingError) in try card(index) })
        }
    }

    func pagination(_ listing: CaseListing, page: Int, link: @escaping @Sendable (Int) -> Permalink) -> PaginationView? {
        pagination(itemCount: listing.count, pageCount: listing.pages.count, page: page, link: link)
    }

    func pagination(
        itemCount: Int, pageCount: Int, page: Int, link: @escaping @Sendable (Int) -> Permalink
    ) -> PaginationView? {
        guard pageCount > 1 else { return nil }
        let first = (page - 1) * CaseListing.pageSize + 1
        return PaginationView(
            current: page, pageCount: pageCount, items: first...min(first + CaseListing.pageSize - 1, itemCount),
            itemCount: itemCount, link: link)
    }
}
