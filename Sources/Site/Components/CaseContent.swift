import CasebookModel
import HTML
import Templates

/// The content of a case as pages, the booklet and feeds show it: description, facts, sections.
struct CaseContent {
    let site: RenderContext
    let index: Int

    var entry: Case { site.casebook.cases[index] }

    /// What the case is about, in one or two sentences. The content of a withdrawn case is not shown.
    var description: String {
        let entry = entry
        return entry.status == .withdrawn
            ? site.words[.caseWithdrawnDescription] : entry.summary ?? entry.excerpt(length: site.length(120))
    }

    /// The terms of the case, by taxonomy.
    var facts: [Object] { facts(of: entry.terms.indices) }

    /// The same without the primary taxonomy, for a case under the heading of its primary term.
    var factsUnderHeading: [Object] { facts(of: entry.terms.indices.filter { $0 != site.primary }) }

    private func facts(of taxonomies: some Sequence<Int>) -> [Object] {
        let entry = entry
        return taxonomies.map { index in
            let terms = entry.terms[index]
            if terms.count == 1 { return site.singleTermFacts[index][terms[0]] }
            return FactView(
                link: site.taxonomyLinks[index], terms: terms.map { site.termObjects[index][$0] },
                unstated: terms.isEmpty ? site.words[.commonUnstated] : nil
            ).object
        }
    }

    /// The values of the declared fields that pages show, in the order of the fields.
    var values: [FieldValueView] { values { $0.place != .data } }

    /// The values of the declared fields that cards in lists show.
    var valuesOnCards: [FieldValueView] { values { $0.place == .card } }

    private func values(of isShown: (FieldDefinition) -> Bool) -> [FieldValueView] {
        guard !site.casebook.fields.isEmpty else { return [] }
        return zip(site.casebook.fields, entry.values).compactMap { field, value in
            guard let value, isShown(field) else { return nil }
            return FieldValueView(value, of: field, site: site)
        }
    }

    /// The first primary term of the case.
    var primaryTerm: Object {
        entry.terms[site.primary].first.map { site.termObjects[site.primary][$0] } ?? site.noTerm
    }

    /// The first secondary term of the case.
    var secondaryTerm: Object {
        entry.terms[site.secondary].first.map { site.termObjects[site.secondary][$0] } ?? site.noTerm
    }

    /// The label of the first secondary term; empty where the case has none.
    var secondaryLabel: String {
        entry.terms[site.secondary].first.map { site.termLinks[site.secondary][$0].label } ?? ""
    }

    /// Renders the sections of the case for the page at `link`.
    ///
    /// - Parameters:
    ///   - link: The address of the page that shows the sections.
    ///   - headingLevel: The level of the highest headings inside a section.
    ///   - idPrefix: Put before every anchor, for pages that show several cases.
    ///   - baseURL: Given for a text that is read outside the page: every address within the site starts with it.
    ///   - linksWords: Whether the first use of each glossary word becomes a link.
    func sections(
        at link: Permalink, headingLevel: Int, idPrefix: String = "", baseURL: String? = nil, linksWords: Bool = false
    ) -> [SectionView] {
        let entry = entry
        let options = site.renderOptions(
            targets: entry.body.targets, at: link, headingLevel: headingLevel, idPrefix: idPrefix, baseURL: baseURL,
            words: linksWords ? site.wordLinks(at: link) : nil)
        var buffer = HTMLBuffer(reservingCapacity: 4_096)
        var views: [SectionView] = []
        views.reserveCapacity(entry.sections.count)
        for section in entry.sections {
            let definition = site.casebook.sections[section.definition]
            buffer.truncate(to: 0)
            entry.body.document.render(into: &buffer, blocks: section.blocks, options: options)
            views.append(
                SectionView(
                    id: idPrefix + definition.id, heading: definition.heading, position: section.definition,
                    body: buffer.finish()))
        }
        return views
    }
}

/// The terms of a case in one taxonomy.
struct FactView: TemplateContext {
    let link: LinkView
    let terms: [Object]
    /// That there is none; nil where there are terms.
    let unstated: String?

    static let fields = ContextFields<FactView>([
        .text("label") { $0.link.label },
        .text("path") { $0.link.target.reference },
        .list("terms", of: TermLinkView.self, objects: { $0.terms }),
        .optionalText("unstated") { $0.unstated },
    ])
}

/// A section of a case.
struct SectionView: TemplateContext {
    let id: String
    let heading: String
    /// The index of its definition.
    let position: Int
    let body: HTMLFragment

    static let fields = ContextFields<SectionView>([
        .text("id") { $0.id },
        .text("heading") { $0.heading },
        .text("number") { String($0.position + 1) },
        .text("mark") { $0.mark },
        .html("body") { $0.body },
    ])

    private var mark: String { Self.mark(ofSection: position) }

    /// Returns the number of the style that distinguishes a section from its neighbours: 1, 2 and 3 in turn.
    static func mark(ofSection position: Int) -> String { String(position % 3 + 1) }
}
