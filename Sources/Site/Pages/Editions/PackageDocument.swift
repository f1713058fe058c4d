import Basics
import CasebookModel

/// The package document of an e-book: what it is, which files it has, and in which order they are read (EPUB 3.3, section 5).
struct PackageDocument {
    static let path = "package.opf"
    /// For a book of which no case has a date.
    private static let earliestDate = "1980-01-01"

    let book: Book
    /// The names of the documents in reading order.
    let documents: [String]
    /// The images, by their indices in the casebook.
    let images: [Int]
    /// The address of the book on the site.
    let file: Permalink

    private var site: RenderContext { book.site }
    private var settings: Settings { site.casebook.settings }

    var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element(
            "package",
            [
                ("xmlns", "http://www.idpf.org/2007/opf"), ("version", "3.0"), ("unique-identifier", "id"),
                ("xml:lang", settings.language),
            ]
        ) { xml in
            metadata(&xml)
            manifest(&xml)
            xml.element("spine", [("page-progression-direction", "ltr")]) { xml in
                for document in documents { xml.element("itemref", [("idref", Self.id(document))]) }
            }
        }
        return xml.bytes
    }

    private func metadata(_ xml: inout XMLWriter) {
        xml.element("metadata", [("xmlns:dc", "http://purl.org/dc/elements/1.1/")]) { xml in
            xml.element("dc:identifier", [("id", "id")], text: identifier)
            xml.element("dc:title", text: book.title)
            xml.element("dc:language", text: settings.language)
            xml.element("dc:publisher", text: settings.publisher.name)
            xml.element("dc:description", text: settings.description)
            xml.element("dc:source", text: settings.source.url ?? settings.source.title)
            if let license = settings.license {
                xml.element("dc:rights", text: license.url.map { "\(license.name) \($0)" } ?? license.name)
            }
            let date = book.modified?.iso ?? Self.earliestDate
            property("dcterms:modified", "\(date)T00:00:00Z", &xml)
            if book.volume.term != nil, let number = volumeNumber {
                xml.element("meta", [("property", "belongs-to-collection"), ("id", "set")], text: settings.title)
                xml.element("meta", [("refines", "#set"), ("property", "collection-type")], text: "set")
                xml.element("meta", [("refines", "#set"), ("property", "group-position")], text: String(number))
            }
            accessibility(&xml)
        }
    }

    /// EPUB Accessibility 1.1, section 2. It says nothing about conformance, which only a person can find.
    private func accessibility(_ xml: inout XMLWriter) {
        property("schema:accessMode", "textual", &xml)
        if !images.isEmpty { property("schema:accessMode", "visual", &xml) }
        property("schema:accessModeSufficient", "textual", &xml)
        var features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
        if !book.indexedTaxonomies.isEmpty { features.append("index") }
        if !images.isEmpty { features.append("alternativeText") }
        if book.furigana != nil { features += ["rubyAnnotations", "fullRubyAnnotations"] }
        for feature in features { property("schema:accessibilityFeature", feature, &xml) }
        property("schema:accessibilityHazard", canMove ? "unknown" : "none", &xml)
        let summary = site.words[images.isEmpty ? .bookAccessibility : .bookAccessibilityImages]
        property(
            "schema:accessibilitySummary", book.furigana == nil ? summary : summary + site.words[.bookAccessibilityFurigana],
            &xml)
    }

    /// Whether the book has images of a format that can hold an animation.
    private var canMove: Bool {
        images.contains { !["image/png", "image/jpeg"].contains(MediaType.of(path: site.casebook.images[$0].path)) }
    }

    private func manifest(_ xml: inout XMLWriter) {
        xml.element("manifest") { xml in
            for document in documents {
                var attributes: [XMLWriter.Attribute] = [
                    ("id", Self.id(document)), ("href", document), ("media-type", "application/xhtml+xml"),
                ]
                if document == Book.contentsPath { attributes.append(("properties", "nav")) }
                xml.element("item", attributes)
            }
            xml.element(
                "item",
                [
                    ("id", "cover-image"), ("href", CoverImage.path), ("media-type", "image/svg+xml"),
                    ("properties", "cover-image"),
                ])
            if site.structure.assetLink(EditionVolume.stylePath) != nil {
                xml.element("item", [("id", "style"), ("href", EditionVolume.stylePath), ("media-type", "text/css")])
            }
            for index in images {
                let path = site.casebook.images[index].path
                xml.element("item", [("id", "image-\(index + 1)"), ("href", path), ("media-type", MediaType.of(path: path))])
            }
        }
    }

    private func property(_ name: String, _ value: String, _ xml: inout XMLWriter) {
        xml.element("meta", [("property", name)], text: value)
    }

    /// Returns the id of a document in the package: its name without the ending.
    private static func id(_ document: String) -> String { "doc-\(document.dropLast(".xhtml".count))" }

    /// The place of the volume among all.
    private var volumeNumber: Int? {
        site.structure.editionVolumes.firstIndex { $0.term == book.volume.term && $0.part == book.volume.part }.map { $0 + 1 }
    }

    /// A UUID that is the same for every build: version 8 (RFC 9562, section 5.8) from the address of the file, or without a base URL
    /// from the title and the publisher.
    private var identifier: String {
        let name = site.baseURL.map { file.address(at: $0) } ?? "\(settings.title)\n\(settings.publisher.name)\n\(file.path)"
        var digits = Array(SHA256Digest.hexadecimal(Array(name.utf8)).utf8.prefix(32))
        digits[12] = UInt8(ascii: "8")
        digits[16] = UInt8(ascii: "8")
        let text = String(decoding: digits, as: UTF8.self)
        var parts: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return "urn:uuid:\(parts.joined(separator: "-"))"
    }
}
