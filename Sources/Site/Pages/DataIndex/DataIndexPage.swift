import CasebookModel
import Templates

/// The page that describes the files of open data.
struct DataIndexPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: LinkView.dataIndex.label, documentTitle: LinkView.dataIndex.label,
            description: "すべての事例と分類のデータを、表（CSV）とJSONでダウンロードできます。", breadcrumbs: [.home],
            subject: .information(updated: nil))
    }

    var view: DataIndexView {
        DataIndexView(
            files: DataFile.allCases.map(fileView),
            license: site.casebook.settings.license.map { DataLicenseView(name: $0.name, url: $0.url) })
    }

    private func fileView(_ file: DataFile) -> DataFileView {
        let (casebook, published) = (site.casebook, site.structure.published)
        let (title, description, rowCount, columns): (String, String, Int?, [String]) =
            switch file {
            case .cases: ("事例の表", "1行が1件の事例です。", published.count, CaseTable(site: site).columns)
            case .caseTags:
                (
                    "事例と分類の表", "1行が、事例とその分類の項目の組み合わせ一つです。一つの事例が、いくつもの行になります。",
                    published.reduce(0) { $0 + casebook.cases[$1].termIDs.count }, CaseTagTable.columns
                )
            case .codes:
                (
                    "分類の項目の表", "1行が、分類の項目一つです。まだ事例のない項目もあります。",
                    casebook.taxonomies.reduce(0) { $0 + $1.terms.count }, CodeTable.columns
                )
            case .collection: ("すべてのデータ", "事例の全文と分類を一つにまとめた、プログラムから使うためのファイルです。", nil, [])
            case .schema: ("データの形の説明", "\(DataFile.collection.rawValue) の形を、JSON Schema で表したものです。", nil, [])
            }
        return DataFileView(
            link: file.link, name: file.rawValue, title: title, description: description, rowCount: rowCount,
            columns: columns)
    }
}
