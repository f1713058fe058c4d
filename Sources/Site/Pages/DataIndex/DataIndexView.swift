import Templates

/// The names of the layout `data`.
struct DataIndexView: TemplateContext {
    let files: [DataFileView]
    let license: DataLicenseView?

    static let fields = ContextFields<DataIndexView>([
        .list("files", DataFileView.self) { $0.files },
        .optional("license", DataLicenseView.self) { $0.license },
    ])
}

/// The license of the data.
struct DataLicenseView: TemplateContext {
    let name: String
    let url: String?

    static let fields = ContextFields<DataLicenseView>([
        .text("name") { $0.name },
        .optionalText("url") { $0.url },
    ])
}

/// A file of open data, described for readers.
struct DataFileView: TemplateContext {
    let link: Permalink
    let name: String
    let title: String
    let description: String
    /// Nil for a file that is no table.
    let rowCount: Int?
    /// The headers of its columns; empty for a file that is no table.
    let columns: String

    static let fields = ContextFields<DataFileView>([
        .text("path") { $0.link.path },
        .text("name") { $0.name },
        .text("title") { $0.title },
        .text("description") { $0.description },
        .optionalText("row_count") { $0.rowCount.map(\.grouped) },
        .flag("has_columns") { !$0.columns.isEmpty },
        .text("column_list") { $0.columns },
    ])
}
