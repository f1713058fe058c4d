import CasebookModel
import HTML
import Templates

/// The page of a case.
struct CasePage: HTMLPage {
    /// The length of text in bytes from which a case gets a list of contents even without headings inside its sections.
    private static let contentsMinimum = 4_500

    let site: RenderContext
    let index: Int

    private var entry: Case { site.casebook.cases[index] }

    var frame: PageFrame {
        let entry = entry
        let term = entry.terms[site.primary].first.map { site.termLinks[site.primary][$0] }
        return PageFrame(
            title: entry.title, documentTitle: entry.title, description: CaseContent(site: site, index: index).description,
            breadcrumbs: [site.links.home, site.links.cases]
                + (term.map { [LinkView(label: $0.label, target: $0.target)] } ?? []),
            subject: .caseFile(index))
    }

    /// The content of a withdrawn case is not shown.
    var view: CaseView {
        let entry = entry
        let content = CaseContent(site: site, index: index)
        let neighbours = site.relations.neighbours(of: index)
        let isWithdrawn = entry.status == .withdrawn
        return CaseView(
            id: entry.id, summary: isWithdrawn ? nil : entry.summary, status: entry.status,
            withdrawalReason: isWithdrawn ? entry.withdrawalReason : nil, easyText: site.easyTextLink(ofCase: index),
            published: site.date(entry.published), updated: site.date(entry.updated), address: site.address(ofCase: index),
            facts: isWithdrawn ? [] : content.facts, values: isWithdrawn ? [] : content.values,
            sections: isWithdrawn
                ? [] : content.sections(at: site.permalink(ofCase: index), headingLevel: 3, linksWords: true),
            contents: isWithdrawn ? [] : contents,
            primary: content.primaryTerm,
            position: neighbours?.position, positionTotal: neighbours?.total ?? 0,
            previous: neighbours?.previous.map(site.pageLink), next: neighbours?.next.map(site.pageLink),
            related: related)
    }

    /// The sections of a long case and the headings inside them; empty for a short case.
    private var contents: [ContentsEntryView] {
        let entry = entry
        let headings = entry.body.document.topHeadings(ofLevel: 3)
        guard !headings.isEmpty || entry.body.document.textLength >= Self.contentsMinimum else { return [] }
        return entry.sections.flatMap { section in
            let definition = site.casebook.sections[section.definition]
            let inner = headings.filter { $0.block.map(section.blocks.contains) ?? false }
            return [ContentsEntryView(id: definition.id, text: definition.heading, level: 2)]
                + inner.map { ContentsEntryView(id: $0.id, text: $0.text, level: 3) }
        }
    }

    private var related: [Object] {
        let (cases, secondaryLinks) = (site.casebook.cases, site.termLinks[site.secondary])
        return site.structure.relatedCases(of: index).map { related in
            RelatedView(
                title: cases[related.index].title, path: site.permalink(ofCase: related.index).path,
                reason: site.relatedReasons.text(related.sharedTaxonomies),
                secondary: site.relations.secondaryTerm(of: related.index).map { secondaryLinks[$0].label } ?? ""
            ).object
        }
    }
}
