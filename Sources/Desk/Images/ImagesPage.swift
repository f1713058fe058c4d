import Basics
import CasebookLoading
import Diagnostics
import Images
import Templates

/// The list of the images of the content: how large each is, and where it is used.
struct ImagesPage {
    /// How many images a page lists.
    private static let pageLength = 100

    private let content: ContentFiles
    private let page: Int
    private let words: DeskWords

    /// - Parameter page: The page of the list, from 1.
    init(_ content: ContentFiles, page: Int, words: DeskWords) {
        self.content = content
        self.page = page
        self.words = words
    }

    func view(notice: ImagesView.Notice?, language: Language) -> ImagesView {
        let files = Dictionary(content.listed.map { ($0.location, $0) }, uniquingKeysWith: { first, _ in first })
        let all = zip(content.images, content.usesOfImages()).filter { $0.0.path.hasPrefix("images/") }
        let pages = max(1, (all.count + Self.pageLength - 1) / Self.pageLength)
        let page = min(max(1, page), pages)
        let rows = all.dropFirst((page - 1) * Self.pageLength).prefix(Self.pageLength).map { image, uses in
            ImageRowView(
                path: image.path,
                facts: Self.label(
                    of: image.size, byteCount: image.byteCount ?? 0, format: image.content?.format ?? image.namedFormat, words),
                isImage: image.content?.format.map { $0 != .heic } ?? false,
                isLarge: image.namedFormat?.isLarge(byteCount: image.byteCount ?? 0, size: image.size) ?? false,
                uses: uses.map { location in
                    let file = files[location]
                    return ImageUseView(
                        title: file.flatMap { $0.title.isEmpty ? $0.name : $0.title } ?? location,
                        address: file == nil ? nil : DeskPath.form(location))
                })
        }
        let unused = all.filter(\.1.isEmpty).map(\.0.path)
        return ImagesView(
            notice: notice, count: all.count, rows: Array(rows), unused: unused,
            previous: page > 1 ? "/desk/images?page=\(page - 1)" : nil,
            next: page < pages ? "/desk/images?page=\(page + 1)" : nil)
    }

    /// Says of what format and how large an image is: `JPEG、1200×800ピクセル、84kB`.
    static func label(of size: ImageSize?, byteCount: Int, format: ImageFormat?, _ words: DeskWords) -> String {
        let length = FileSize.label(byteCount: byteCount)
        let name = format?.rawValue ?? "?"
        guard let size else { return words[.imagesFactsUnsized, name, length] }
        return words[.imagesFacts, name, String(size.width), String(size.height), length]
    }
}

/// The names of the layout `images`.
struct ImagesView: TemplateContext {
    /// What is said above the list.
    struct Notice: Sendable {
        let texts: [String]
        let isError: Bool
    }

    let notice: Notice?
    let count: Int
    let rows: [ImageRowView]
    /// The paths of the images that no file uses.
    let unused: [String]
    let previous: String?
    let next: String?

    static let fields = ContextFields<ImagesView>([
        .flag("said") { $0.notice != nil },
        .texts("notices") { $0.notice?.texts ?? [] },
        .flag("failed") { $0.notice?.isError ?? false },
        .text("count") { String($0.count) },
        .list("rows", ImageRowView.self) { $0.rows },
        .flag("has_rows") { !$0.rows.isEmpty },
        .texts("unused") { $0.unused },
        .flag("has_unused") { !$0.unused.isEmpty },
        .text("unused_count") { String($0.unused.count) },
        .flag("paged") { $0.previous != nil || $0.next != nil },
        .optionalText("previous") { $0.previous },
        .optionalText("next") { $0.next },
    ])
}

/// An image in the list.
struct ImageRowView: TemplateContext {
    /// The path relative to the content folder.
    let path: String
    let facts: String
    let isImage: Bool
    let isLarge: Bool
    let uses: [ImageUseView]

    static let fields = ContextFields<ImageRowView>([
        .text("path") { $0.path },
        .text("address") {
            "/desk/" + $0.path.split(separator: "/").map { OverviewPage.escaped(String($0)) }.joined(separator: "/")
        },
        .text("facts") { $0.facts },
        .flag("shown") { $0.isImage },
        .flag("large") { $0.isLarge },
        .list("uses", ImageUseView.self) { $0.uses },
        .flag("used") { !$0.uses.isEmpty },
    ])
}

/// A file that uses an image.
struct ImageUseView: TemplateContext {
    let title: String
    /// The address of its form; nil if it has none.
    let address: String?

    static let fields = ContextFields<ImageUseView>([
        .text("title") { $0.title },
        .optionalText("address") { $0.address },
    ])
}
