import Basics
import CasebookModel
import HTML
import Templates

/// A volume as an e-book (EPUB 3.3): a zip archive of XHTML documents.
///
/// The same cases always give the same bytes: no date is that of the clock, and the identifier derives from the address of the file,
/// or from the title of the casebook where that is unknown.
struct BookFile {
    /// The folder of the documents in the archive.
    static let folder = "book"

    let site: RenderContext
    let volume: EditionVolume
    /// What adds readings to the documents; nil for a book without readings.
    let furigana: FuriganaEdition?

    /// Renders and compresses the documents.
    func body() throws(RenderingError) -> Page.Body {
        let book = Book(volume, furigana: furigana, site: site)
        let links = BookLinks(book)
        let images = book.images
        var entries = [
            // It comes first and as it is, so that its words are at a fixed place in the file (EPUB 3.3, section 4.3).
            Page.ArchiveEntry(ZipWriter.Entry(name: "mimetype", stored: Array(MediaType.epub.utf8))),
            Page.ArchiveEntry(ZipWriter.Entry(name: "META-INF/container.xml", bytes: Self.container)),
        ]
        var documents: [Page.ArchiveEntry] = []
        var paths: [String] = []
        var buffer = HTMLBuffer(reservingCapacity: 65_536)
        try book.forEachDocument { (document) throws(RenderingError) in
            let bytes = try book.render(document, in: &buffer) { XHTMLDocument.bytes(of: $0, address: links.address) }
            documents.append(Page.ArchiveEntry(packed(document.path, bytes)))
            paths.append(document.path)
        }
        let package = PackageDocument(book: book, documents: paths, images: images, file: path)
        entries.append(Page.ArchiveEntry(packed(PackageDocument.path, package.bytes)))
        entries += documents
        entries.append(Page.ArchiveEntry(packed(CoverImage.path, CoverImage(book: book).bytes)))
        let styles = [EditionVolume.stylePath] + (furigana == nil ? [] : [FuriganaAssets.style])
        let style = styles.flatMap { path in site.structure.assets.first { $0.path == path }?.bytes ?? [] }
        if site.structure.assetLink(EditionVolume.stylePath) != nil {
            entries.append(Page.ArchiveEntry(packed(EditionVolume.stylePath, style)))
        }
        entries += images.map { index in
            let image = site.casebook.images[index]
            return Page.ArchiveEntry(
                contentFile: image.path, byteCount: image.byteCount ?? 0, name: "\(Self.folder)/\(image.path)")
        }
        return .archive(entries)
    }

    /// The address of the file, from which its identifier derives.
    private var path: Permalink {
        let route = site.structure.route(to: .epub, volume)
        return site.structure.permalink(of: furigana == nil ? route : .furigana(route))
    }

    private func packed(_ name: String, _ bytes: [UInt8]) -> ZipWriter.Entry {
        ZipWriter.Entry(name: "\(Self.folder)/\(name)", bytes: bytes)
    }

    /// Where the package document is (EPUB 3.3, section 4.2.6.3.1).
    private static let container: [UInt8] = {
        var xml = XMLWriter()
        xml.element("container", [("version", "1.0"), ("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container")]) { xml in
            xml.element("rootfiles") { xml in
                xml.element(
                    "rootfile",
                    [("full-path", "\(folder)/\(PackageDocument.path)"), ("media-type", "application/oebps-package+xml")])
            }
        }
        return xml.bytes
    }()
}

extension Page.ArchiveEntry {
    fileprivate init(_ entry: ZipWriter.Entry) {
        self.init(content: .packed(entry))
    }

    fileprivate init(contentFile path: String, byteCount: Int, name: String) {
        self.init(content: .contentFile(path, byteCount: byteCount, name: name))
    }
}
