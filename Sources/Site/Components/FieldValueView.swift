import Basics
import CasebookModel
import HTML
import Images
import Templates

/// The value of a declared field of a case. Its text is complete; an address or a path makes it a link.
struct FieldValueView: TemplateContext {
    let label: String
    let text: String
    /// An address on the web; nil for other values.
    var url: String?
    /// The path of a file of the site; nil for other values.
    var path: String?
    /// The format and the size of a file, as far as they are known.
    var fileNote: String?
    var date: DateView?

    static let fields = ContextFields<FieldValueView>([
        .text("label") { $0.label },
        .text("text") { $0.text },
        .optionalText("url") { $0.url },
        .optionalText("path") { $0.path },
        .optionalText("file_note") { $0.fileNote },
        .optional("date", DateView.self) { $0.date },
        .flag("plain") { $0.url == nil && $0.path == nil && $0.date == nil },
    ])
}

extension FieldValueView {
    /// The value of a field as readers of a site see it.
    init(_ value: TypedValue, of field: FieldDefinition, site: RenderContext) {
        let label = field.label
        switch value {
        case .text(let text): self.init(label: label, text: text)
        case .url(let url): self.init(label: label, text: Self.shown(url), url: url)
        case .date(let date):
            let view = DateView(date: date, words: site.words)
            self.init(label: label, text: view.text, date: view)
        case .number(let number): self.init(label: label, text: number.grouped + field.unitSuffix)
        case .yesNo(let value):
            self.init(label: label, text: site.words[value ? .caseYes : .caseNo])
        case .file(let path):
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let file = site.casebook.images.first { $0.path == path }
            let format = file.flatMap { $0.documentFormat?.rawValue ?? $0.namedFormat?.rawValue }
            self.init(
                label: label, text: name, path: Permalink.image(path).reference,
                fileNote: file.map { _ in
                    [format, file?.byteCount.map(FileSize.label)].compactMap { $0 }.joined(separator: site.words[.commonComma])
                })
        }
    }

    /// An address without its scheme; of a long one, only the host.
    private static func shown(_ url: String) -> String {
        var rest = url[(url.firstRange(of: "://")?.upperBound ?? url.startIndex)...]
        if rest.hasSuffix("/") { rest.removeLast() }
        return rest.count <= 40 ? String(rest) : "\(rest.prefix { !"/?#".contains($0) })/…"
    }
}
