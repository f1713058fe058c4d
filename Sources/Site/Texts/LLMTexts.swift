import CasebookModel

/// The texts for language models (llmstxt.org), in Markdown: what the site is and where its pages are, and the whole collection in
/// one file. They hold only published cases.
struct LLMTexts {
    let site: RenderContext

    private var casebook: Casebook { site.casebook }
    private var words: SiteWords { site.words }

    /// `llms.txt`: what the site is, and links to its lists and data. Its length does not depend on the number of cases.
    var overview: [UInt8] {
        var text = head
        let (settings, published) = (casebook.settings, site.structure.published)
        let pages: [(String, Permalink, String?)] =
            [
                (site.links.home.label, .home, nil),
                (site.links.cases.label, .cases(), words[.commonCount, published.count.grouped]),
            ]
            + (site.listings.easy.map { [(site.links.easyTexts.label, .easyTexts(), words[.commonCount, $0.count.grouped])] }
                ?? [])
            + casebook.pages.map { ($0.title, .infoPage($0.slug), $0.description) }
            + (casebook.glossary.isEmpty
                ? [] : [(site.links.glossary.label, .glossary, words[.glossaryCount, String(casebook.glossary.count)])])
            + (site.structure.news.pages.isEmpty ? [] : [(site.links.news.label, .news(), nil)])
        text += section(words[.llmsPages], pages)
        let counts = site.structure.publishedCounts
        for (index, taxonomy) in casebook.taxonomies.enumerated() {
            let terms = taxonomy.terms.indices.filter { counts[index][$0] > 0 }.map { number in
                (
                    taxonomy.terms[number].label, casebook.permalink(of: TermID(taxonomy: index, term: number)),
                    Optional(words[.commonCount, String(counts[index][number])])
                )
            }
            text += section(
                words[.llmsByTaxonomy, taxonomy.label],
                [(words[.llmsTaxonomy, taxonomy.label], .terms(folder: taxonomy.folder), taxonomy.description)] + terms)
        }
        text += section(
            words[.llmsData],
            [
                ("llms-full.txt", .llmsFull, words[.llmsFull]),
                ("cases.json", DataFile.collection.link, words[.llmsJson]),
                ("cases.csv", DataFile.cases.link, words[.llmsCsv]), ("codes.csv", DataFile.codes.link, words[.llmsCodes]),
                (site.links.dataIndex.label, .dataIndex, words[.llmsAboutData, settings.title]),
            ])
        return Array(text.utf8)
    }

    /// `llms-full.txt`: every published case in full.
    var full: Page.Body {
        let labels = EscapedLabels(casebook, words)
        return CasePart.body(of: site.structure.published) { part in
            var text = part.isFirst ? Array(head.utf8) : []
            var plain: [UInt8] = []
            for index in part.cases { append(case: index, labels, scratch: &plain, to: &text) }
            return text
        }
    }

    /// The heading, what the collection is, and its terms of use.
    private var head: String {
        let settings = casebook.settings
        var head = "# \(MarkdownText.line(settings.title))\n\n> \(MarkdownText.line(settings.description))\n\n"
        head += "\(MarkdownText.line(settings.notice))\n\n"
        head +=
            "- \(words[.commonSource])\(MarkdownText.line(settings.source.title))\(settings.source.url.map { " <\($0)>" } ?? "")\n"
        head +=
            "- \(words[.commonPublisher])\(MarkdownText.line(settings.publisher.name))\(settings.publisher.url.map { " <\($0)>" } ?? "")\n"
        if let contact = settings.contact {
            let ways = [contact.telephone?.text, contact.mail?.address, contact.form].compactMap { $0 }
            let parts = [contact.name, contact.department].compactMap { $0 } + ways
            head += "- \(words[.llmsContact])\(MarkdownText.line(parts.joined(separator: words[.llmsGap])))\n"
        }
        if let license = settings.license {
            head += "- \(words[.llmsLicense])\(MarkdownText.line(license.name))\(license.url.map { " <\($0)>" } ?? "")\n"
        }
        return head
    }

    private func section(_ heading: String, _ links: [(label: String, link: Permalink, note: String?)]) -> String {
        let lines = links.map { entry in
            let note = entry.note.map { ": \(MarkdownText.line($0))" } ?? ""
            return "- [\(MarkdownText.line(entry.label))](\((site.baseURL ?? "") + entry.link.reference))\(note)\n"
        }
        return "\n## \(MarkdownText.line(heading))\n\n\(lines.joined())"
    }

    private func append(case index: Int, _ labels: EscapedLabels, scratch: inout [UInt8], to text: inout [UInt8]) {
        let entry = casebook.cases[index]
        text.append("\n## ")
        MarkdownText.append(line: entry.title, to: &text)
        text += labels.address
        text.append(site.address(ofCase: index))
        text.append("\n")
        for (taxonomy, terms) in entry.terms.enumerated() where !terms.isEmpty {
            text += labels.taxonomies[taxonomy]
            for (position, term) in terms.enumerated() {
                if position > 0 { text += labels.comma }
                text += labels.terms[taxonomy][term]
            }
            text.append("\n")
        }
        for (index, field) in casebook.fields.enumerated() {
            guard let value = entry.values[index] else { continue }
            text += labels.fields[index]
            MarkdownText.append(line: value.text(inJapanese: casebook.isJapanese) + field.unitSuffix, to: &text)
            text.append("\n")
        }
        if let date = entry.published { text.append("- \(labels.published)\(date.iso)\n") }
        if let date = entry.updated { text.append("- \(labels.updated)\(date.iso)\n") }
        if let summary = entry.summary {
            text.append("\n")
            MarkdownText.append(line: summary, to: &text)
            text.append("\n")
        }
        for section in entry.sections {
            text += labels.sections[section.definition]
            scratch.removeAll(keepingCapacity: true)
            entry.body.document.appendPlainText(blocks: section.blocks, to: &scratch)
            MarkdownText.append(paragraphs: scratch, to: &text)
        }
    }
}

/// The labels that many cases repeat, escaped once.
private struct EscapedLabels: Sendable {
    /// For each declared field, the start of its line.
    let fields: [[UInt8]]
    /// For each taxonomy, the start of its line.
    let taxonomies: [[UInt8]]
    /// For each taxonomy and term, its name.
    let terms: [[[UInt8]]]
    /// For each section, its heading.
    let sections: [[UInt8]]

    /// The start of the line with the address.
    let address: [UInt8]
    /// What is between terms.
    let comma: [UInt8]
    /// What is before the dates.
    let (published, updated): (String, String)

    init(_ casebook: Casebook, _ words: SiteWords) {
        address = Array("\n\n- \(words[.llmsAddress])".utf8)
        comma = Array(words[.commonComma].utf8)
        (published, updated) = (words[.llmsPublished], words[.llmsUpdated])
        fields = casebook.fields.map { Array("- \(words[.llmsTopics, MarkdownText.line($0.label)])".utf8) }
        taxonomies = casebook.taxonomies.map { Array("- \(words[.llmsTopics, MarkdownText.line($0.label)])".utf8) }
        terms = casebook.taxonomies.map { $0.terms.map { Array(MarkdownText.line($0.label).utf8) } }
        sections = casebook.sections.map { Array("\n### \(MarkdownText.line($0.heading))\n\n".utf8) }
    }
}
