import Templates

/// The layout `data`: what the files of open data are.
struct DataView: TemplateContext {
    /// How other pages link to it.
    static let link = LinkView(label: "データのダウンロード", link: .dataIndex)

    let files: [DataFileView]
    let license: Link?

    /// A name with an address where there is one.
    struct Link: TemplateContext {
        let name: String
        let url: String?

        static let shape = ContextShape<Link>([
            .text("name") { $0.name },
            .optionalText("url") { $0.url },
        ])
    }

    static let shape = ContextShape<DataView>([
        .list("files", DataFileView.self) { $0.files },
        .optional("license", Link.self) { $0.license },
    ])
}

/// A file of open data, for people.
struct DataFileView: TemplateContext {
    let link: Permalink
    let name: String
    let title: String
    let description: String
    /// Nil where it is no table.
    let rowCount: Int?
    let columns: [String]

    static let shape = ContextShape<DataFileView>([
        .text("path") { $0.link.path },
        .text("name") { $0.name },
        .text("title") { $0.title },
        .text("description") { $0.description },
        .optionalText("row_count") { $0.rowCount.map(\.grouped) },
        .flag("has_columns") { !$0.columns.isEmpty },
        .text("column_list") { $0.columns.joined(separator: "、") },
    ])
}
