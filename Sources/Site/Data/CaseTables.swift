import Basics
import Markdown
import CasebookModel
import Diagnostics

/// `data/cases.csv`: one row per published case.
struct CaseTable {
    let site: RenderContext

    /// The taxonomies of which a case has at most one term. Only they have columns.
    private var taxonomies: [Int] {
        site.casebook.taxonomies.indices.filter { !site.casebook.taxonomies[$0].isMultiple }
    }

    /// The headers of the columns.
    var columns: [String] {
        let (casebook, words) = (site.casebook, site.words)
        let terms = taxonomies.map { casebook.taxonomies[$0].label }.flatMap { [$0, words[.columnsTermCode, $0]] }
        return Self.unique(
            [words[.columnsId], words[.columnsTitle]] + terms + [words[.columnsSummary]] + casebook.sections.map(\.heading)
                + casebook.fields.map(\.label) + [words[.columnsPublished], words[.columnsUpdated], words[.columnsAddress]])
    }

    var body: Page.Body {
        let (taxonomies, isJapanese) = (taxonomies, site.casebook.isJapanese)
        let terms = taxonomies.map { taxonomy in
            site.casebook.taxonomies[taxonomy].terms.map { (label: TableText.cell($0.label), slug: Array($0.slug.utf8)) }
        }
        return CasePart.body(of: site.structure.published) { part in
            var csv = CSVWriter(isContinued: !part.isFirst)
            if part.isFirst { csv.row(columns.map(TableText.cell)) }
            var plain: [UInt8] = []
            for index in part.cases {
                let entry = site.casebook.cases[index]
                csv.cell(entry.id)
                csv.cell(TableText.cell(entry.title))
                for (column, taxonomy) in taxonomies.enumerated() {
                    let term = entry.terms[taxonomy].first.map { terms[column][$0] }
                    csv.cell(term?.label ?? [])
                    csv.cell(term?.slug ?? [])
                }
                csv.cell(TableText.cell(entry.summary ?? ""))
                for number in site.casebook.sections.indices {
                    plain.removeAll(keepingCapacity: true)
                    if let section = entry.sections.first(where: { $0.definition == number }) {
                        entry.body.document.appendPlainText(blocks: section.blocks, to: &plain)
                    }
                    csv.cell { TableText.append(plain, to: &$0) }
                }
                for number in site.casebook.fields.indices {
                    switch entry.values[number] {
                    case nil: csv.cell("")
                    case .number(let number)?: csv.number(number.text)
                    case let value?: csv.cell(TableText.cell(value.text(inJapanese: isJapanese)))
                    }
                }
                csv.cell(entry.published?.iso ?? "")
                csv.cell(entry.updated?.iso ?? "")
                csv.cell(site.address(ofCase: index))
                csv.endRow()
            }
            return csv.bytes
        }
    }

    /// Returns headers that are all different: a repeated header gets a number.
    private static func unique(_ headers: [String]) -> [String] {
        var seen: Set<String> = []
        return headers.map { header in
            var (name, number) = (header, 1)
            while !seen.insert(name).inserted {
                number += 1
                name = "\(header)\(number)"
            }
            return name
        }
    }
}

/// `data/case_tags.csv`: one row per published case and term of the case.
struct CaseTagTable {
    let site: RenderContext

    /// The headers of the columns.
    var columns: [String] {
        let words = site.words
        return [
            words[.columnsId], words[.columnsTaxonomyKey], words[.columnsTaxonomy], words[.columnsCode], words[.columnsName],
        ]
    }

    var body: Page.Body {
        let (casebook, columns) = (site.casebook, columns)
        // For each taxonomy and term, the cells after the case's id.
        let ends = casebook.taxonomies.map { taxonomy in
            taxonomy.terms.map { term in
                var csv = CSVWriter(isContinued: true)
                for text in [taxonomy.key, taxonomy.label, term.slug, term.label] { csv.cell(TableText.cell(text)) }
                return csv
            }
        }
        return CasePart.body(of: site.structure.published) { part in
            var csv = CSVWriter(isContinued: !part.isFirst)
            if part.isFirst { csv.row(columns) }
            for index in part.cases {
                let entry = casebook.cases[index]
                for (taxonomy, terms) in entry.terms.enumerated() {
                    for term in terms {
                        csv.cell(entry.id)
                        csv.cells(of: ends[taxonomy][term])
                        csv.endRow()
                    }
                }
            }
            return csv.bytes
        }
    }
}

/// `data/codes.csv`: one row per term, including terms without cases.
struct CodeTable {
    let site: RenderContext

    /// The headers of the columns.
    var columns: [String] {
        let words = site.words
        return [
            words[.columnsTaxonomyKey], words[.columnsTaxonomy], words[.columnsCode], words[.columnsNumber],
            words[.columnsName],
            words[.columnsYomi], words[.columnsGroup], words[.columnsCaseCount],
        ]
    }

    var bytes: [UInt8] {
        var csv = CSVWriter()
        csv.row(columns)
        let counts = site.structure.publishedCounts
        for (index, taxonomy) in site.casebook.taxonomies.enumerated() {
            for (number, term) in taxonomy.terms.enumerated() {
                let group = taxonomy.groups.first { $0.terms.contains(number) }
                csv.row(
                    [
                        taxonomy.key, taxonomy.label, term.slug, term.number.map(String.init) ?? "", term.label,
                        term.yomi ?? "", group?.label ?? "", String(counts[index][number]),
                    ].map(TableText.cell))
            }
        }
        return csv.bytes
    }
}
