import CasebookModel
import Templates

/// The page that describes the files of open data.
struct DataIndexPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.dataIndex.label, documentTitle: site.links.dataIndex.label,
            description: site.words[.dataDescription], breadcrumbs: [site.links.home],
            subject: .information(updated: nil))
    }

    var view: DataIndexView {
        DataIndexView(
            files: DataFile.allCases.map(fileView),
            license: site.casebook.settings.license.map { DataLicenseView(name: $0.name, url: $0.url) })
    }

    /// Names the taxonomies without columns in the table of cases: a cell holds one value.
    private var casesHint: String {
        let several = site.casebook.taxonomies.filter(\.isMultiple).map(\.label)
        return several.isEmpty
            ? site.words[.dataCasesHint]
            : site.words[.dataCasesHintSeveral, several.joined(separator: site.words[.commonComma])]
    }

    private func fileView(_ file: DataFile) -> DataFileView {
        let (casebook, published, words) = (site.casebook, site.structure.published, site.words)
        let (title, description, rowCount, columns): (String, String, Int?, [String]) =
            switch file {
            case .cases:
                (words[.dataCases], casesHint, published.count, CaseTable(site: site).columns)
            case .caseTags:
                (
                    words[.dataTags], words[.dataTagsHint], published.reduce(0) { $0 + casebook.cases[$1].termIDs.count },
                    CaseTagTable(site: site).columns
                )
            case .codes:
                (
                    words[.dataCodes], words[.dataCodesHint], casebook.taxonomies.reduce(0) { $0 + $1.terms.count },
                    CodeTable(site: site).columns
                )
            case .collection: (words[.dataCollection], words[.dataCollectionHint], nil, [])
            case .schema: (words[.dataSchema], words[.dataSchemaHint, DataFile.collection.rawValue], nil, [])
            }
        return DataFileView(
            link: file.link, name: file.rawValue, title: title, description: description, rowCount: rowCount,
            columns: columns.joined(separator: words[.commonComma]))
    }
}
