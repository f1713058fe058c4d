import Casebook

/// The texts for language models (llmstxt.org): Markdown that says what the site is and where things are, and all of it in one
/// file. Only published cases are in them.
extension SitePlan {
    /// `llms.txt`: what the site is, and links to its lists and data. It does not grow with the cases.
    var llmsText: [UInt8] {
        var text = llmsHead
        let settings = casebook.settings
        let overview: [(String, Permalink, String?)] =
            [("ホーム", .home, nil), ("事例一覧", .cases(), "\(published.count)件")]
            + casebook.pages.map { ($0.title, .infoPage($0.slug), $0.description) }
        text += llmsSection("案内", overview)
        let counts = publishedCounts
        for (index, taxonomy) in casebook.taxonomies.enumerated() {
            let terms = taxonomy.terms.indices.filter { counts[index][$0] > 0 }.map { number in
                (
                    taxonomy.terms[number].label, casebook.permalink(of: TermID(taxonomy: index, term: number)),
                    Optional("\(counts[index][number])件")
                )
            }
            text += llmsSection(
                "\(taxonomy.label)から探す",
                [("\(taxonomy.label)の一覧", .terms(folder: taxonomy.folder), taxonomy.description)] + terms)
        }
        text += llmsSection(
            "データ",
            [
                ("llms-full.txt", .llmsFull, "すべての事例の全文"), ("cases.json", DataFile.collection.link, "すべての事例（JSON）"),
                ("cases.csv", DataFile.cases.link, "すべての事例（表）"), ("codes.csv", DataFile.codes.link, "分類の項目（表）"),
                ("データのダウンロード", .dataIndex, "「\(settings.title)」のデータの説明"),
            ])
        return Array(text.utf8)
    }

    /// `llms-full.txt`: every published case in full.
    var llmsFullText: Page.Body {
        parts { part in
            var text = part.isFirst ? Array(llmsHead.utf8) : []
            for index in part.cases { text += llmsCase(index).utf8 }
            return text
        }
    }

    /// The heading, what the collection is and how far it reaches.
    private var llmsHead: String {
        let settings = casebook.settings
        var head = "# \(MarkdownText.line(settings.title))\n\n> \(MarkdownText.line(settings.description))\n\n"
        head += "\(MarkdownText.line(settings.notice))\n\n"
        head += "- 出典：\(MarkdownText.line(settings.source.title))\(settings.source.url.map { " <\($0)>" } ?? "")\n"
        head += "- 発行：\(MarkdownText.line(settings.publisher.name))\(settings.publisher.url.map { " <\($0)>" } ?? "")\n"
        if let license = settings.license {
            head += "- 利用条件：\(MarkdownText.line(license.name))\(license.url.map { " <\($0)>" } ?? "")\n"
        }
        return head
    }

    private func llmsSection(_ heading: String, _ links: [(label: String, link: Permalink, note: String?)]) -> String {
        let lines = links.map { entry in
            let note = entry.note.map { ": \(MarkdownText.line($0))" } ?? ""
            return "- [\(MarkdownText.line(entry.label))](\((baseURL ?? "") + entry.link.reference))\(note)\n"
        }
        return "\n## \(MarkdownText.line(heading))\n\n\(lines.joined())"
    }

    private func llmsCase(_ index: Int) -> String {
        let entry = casebook.cases[index]
        var text = "\n## \(MarkdownText.line(entry.title))\n\n- アドレス：\(address(ofCase: index))\n"
        for (taxonomy, terms) in zip(casebook.taxonomies, entry.terms) where !terms.isEmpty {
            let labels = terms.map { MarkdownText.line(taxonomy.terms[$0].label) }
            text += "- \(MarkdownText.line(taxonomy.label))：\(labels.joined(separator: "、"))\n"
        }
        if let date = entry.published { text += "- 公開日：\(date.iso)\n" }
        if let date = entry.updated { text += "- 更新日：\(date.iso)\n" }
        if let summary = entry.summary { text += "\n\(MarkdownText.line(summary))\n" }
        for section in entry.sections {
            let body = entry.body.document.plainText(blocks: section.blocks)
            text += "\n### \(MarkdownText.line(casebook.sections[section.definition].heading))\n\n"
            text += MarkdownText.paragraphs(body)
        }
        return text
    }
}
