import CasebookModel

/// The texts for language models (llmstxt.org), in Markdown: what the site is and where its pages are, and the whole collection in
/// one file. They hold only published cases.
struct LLMTexts {
    let site: RenderContext

    private var casebook: Casebook { site.casebook }

    /// `llms.txt`: what the site is, and links to its lists and data. Its length does not depend on the number of cases.
    var overview: [UInt8] {
        var text = head
        let (settings, published) = (casebook.settings, site.structure.published)
        let pages: [(String, Permalink, String?)] =
            [("ホーム", .home, nil), ("事例一覧", .cases(), "\(published.count.grouped)件")]
            + casebook.pages.map { ($0.title, .infoPage($0.slug), $0.description) }
            + (casebook.glossary.isEmpty ? [] : [("用語集", .glossary, "\(casebook.glossary.count)語")])
            + (site.structure.news.pages.isEmpty ? [] : [(LinkView.news.label, .news(), nil)])
        text += section("案内", pages)
        let counts = site.structure.publishedCounts
        for (index, taxonomy) in casebook.taxonomies.enumerated() {
            let terms = taxonomy.terms.indices.filter { counts[index][$0] > 0 }.map { number in
                (
                    taxonomy.terms[number].label, casebook.permalink(of: TermID(taxonomy: index, term: number)),
                    Optional("\(counts[index][number])件")
                )
            }
            text += section(
                "\(taxonomy.label)から探す",
                [("\(taxonomy.label)の一覧", .terms(folder: taxonomy.folder), taxonomy.description)] + terms)
        }
        text += section(
            "データ",
            [
                ("llms-full.txt", .llmsFull, "すべての事例の全文"), ("cases.json", DataFile.collection.link, "すべての事例（JSON）"),
                ("cases.csv", DataFile.cases.link, "すべての事例（表）"), ("codes.csv", DataFile.codes.link, "分類の項目（表）"),
                ("データのダウンロード", .dataIndex, "「\(settings.title)」のデータの説明"),
            ])
        return Array(text.utf8)
    }

    /// `llms-full.txt`: every published case in full.
    var full: Page.Body {
        let labels = EscapedLabels(casebook)
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
        head += "- 出典：\(MarkdownText.line(settings.source.title))\(settings.source.url.map { " <\($0)>" } ?? "")\n"
        head += "- 発行：\(MarkdownText.line(settings.publisher.name))\(settings.publisher.url.map { " <\($0)>" } ?? "")\n"
        if let contact = settings.contact {
            let ways = [contact.telephone?.text, contact.mail?.address, contact.form].compactMap { $0 }
            head +=
                "- 問い合わせ先：\(MarkdownText.line(([contact.name, contact.department].compactMap { $0 } + ways).joined(separator: "　")))\n"
        }
        if let license = settings.license {
            head += "- 利用条件：\(MarkdownText.line(license.name))\(license.url.map { " <\($0)>" } ?? "")\n"
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
        text.append("\n\n- アドレス：")
        text.append(site.address(ofCase: index))
        text.append("\n")
        for (taxonomy, terms) in entry.terms.enumerated() where !terms.isEmpty {
            text += labels.taxonomies[taxonomy]
            for (position, term) in terms.enumerated() {
                if position > 0 { text.append("、") }
                text += labels.terms[taxonomy][term]
            }
            text.append("\n")
        }
        if let date = entry.published { text.append("- 公開日：\(date.iso)\n") }
        if let date = entry.updated { text.append("- 更新日：\(date.iso)\n") }
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
    /// For each taxonomy, the start of its line.
    let taxonomies: [[UInt8]]
    /// For each taxonomy and term, its name.
    let terms: [[[UInt8]]]
    /// For each section, its heading.
    let sections: [[UInt8]]

    init(_ casebook: Casebook) {
        taxonomies = casebook.taxonomies.map { Array("- \(MarkdownText.line($0.label))：".utf8) }
        terms = casebook.taxonomies.map { $0.terms.map { Array(MarkdownText.line($0.label).utf8) } }
        sections = casebook.sections.map { Array("\n### \(MarkdownText.line($0.heading))\n\n".utf8) }
    }
}
