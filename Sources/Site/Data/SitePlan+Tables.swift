import Casebook
import Diagnostics

extension SitePlan {
    /// The taxonomies of which a case has one term at most, and which so have columns in ``caseTable``.
    private var columnTaxonomies: [Int] { casebook.taxonomies.indices.filter { !casebook.taxonomies[$0].isMultiple } }

    /// The columns of `cases.csv`.
    var caseColumns: [String] {
        let terms = columnTaxonomies.flatMap { ["\(casebook.taxonomies[$0].label)", "\(casebook.taxonomies[$0].label)コード"] }
        return Self.unique(
            ["事例ID", "題名"] + terms + ["要約"] + casebook.sections.map(\.heading) + ["公開日", "更新日", "アドレス"])
    }

    /// The columns of `case_tags.csv`.
    static let caseTagColumns = ["事例ID", "分類キー", "分類", "コード", "名称"]

    /// The columns of `codes.csv`.
    static let codeColumns = ["分類キー", "分類", "コード", "番号", "名称", "読み", "グループ", "事例数"]

    /// `data/cases.csv`: a case a row.
    var caseTable: Page.Body {
        let taxonomies = columnTaxonomies
        let terms = taxonomies.map { taxonomy in
            casebook.taxonomies[taxonomy].terms.map { (label: TableText.cell($0.label), slug: Array($0.slug.utf8)) }
        }
        return parts { part in
            var csv = CSVWriter(isContinued: !part.isFirst)
            if part.isFirst { csv.row(caseColumns.map(TableText.cell)) }
            var plain: [UInt8] = []
            for index in part.cases {
                let entry = casebook.cases[index]
                csv.cell(entry.id)
                csv.cell(TableText.cell(entry.title))
                for (column, taxonomy) in taxonomies.enumerated() {
                    let term = entry.terms[taxonomy].first.map { terms[column][$0] }
                    csv.cell(term?.label ?? [])
                    csv.cell(term?.slug ?? [])
                }
                csv.cell(TableText.cell(entry.summary ?? ""))
                for number in casebook.sections.indices {
                    plain.removeAll(keepingCapacity: true)
                    if let section = entry.sections.first(where: { $0.definition == number }) {
                        entry.body.document.appendPlainText(blocks: section.blocks, to: &plain)
                    }
                    csv.cell { TableText.append(plain, to: &$0) }
                }
                csv.cell(entry.published?.iso ?? "")
                csv.cell(entry.updated?.iso ?? "")
                csv.cell(address(ofCase: index))
                csv.endRow()
            }
            return csv.bytes
        }
    }

    /// `data/case_tags.csv`: a case and one of its terms a row.
    var caseTagTable: Page.Body {
        // What stands behind the case's id.
        let ends = casebook.taxonomies.map { taxonomy in
            taxonomy.terms.map { term in
                var csv = CSVWriter(isContinued: true)
                for text in [taxonomy.key, taxonomy.label, term.slug, term.label] { csv.cell(TableText.cell(text)) }
                return csv
            }
        }
        return parts { part in
            var csv = CSVWriter(isContinued: !part.isFirst)
            if part.isFirst { csv.row(Self.caseTagColumns) }
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

    /// `data/codes.csv`: a term a row, those without a case too.
    var codeTable: [UInt8] {
        var csv = CSVWriter()
        csv.row(Self.codeColumns)
        let counts = publishedCounts
        for (index, taxonomy) in casebook.taxonomies.enumerated() {
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

    /// For each taxonomy and term, how many published cases have it.
    var publishedCounts: [[Int]] {
        var counts = casebook.taxonomies.map { [Int](repeating: 0, count: $0.terms.count) }
        for index in published {
            for (taxonomy, terms) in casebook.cases[index].terms.enumerated() {
                for term in terms { counts[taxonomy][term] += 1 }
            }
        }
        return counts
    }

    /// Headers of which no two are the same: a later one of the same words gets a number.
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
