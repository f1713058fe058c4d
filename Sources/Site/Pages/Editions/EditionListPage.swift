import Basics
import CasebookModel
import Templates

/// The page of all forms of the collection besides its pages: what each is, for whom, and how large.
///
/// Up to ``Listings/bookletSize`` cases there is one file of each. A larger collection has volumes, which are listed without sizes: to
/// know them, the page would need all of all files.
struct EditionListPage: HTMLPage {
    let site: RenderContext

    var frame: PageFrame {
        PageFrame(
            title: site.links.editions.label, documentTitle: site.links.editions.label,
            description: site.words[.editionsDescription], breadcrumbs: [site.links.home], menu: .booklet,
            subject: .collection(nil))
    }

    var view: EditionListView {
        get throws(RenderingError) {
            let editions = site.casebook.settings.editions
            // Each edition has one file, or one without and one with furigana.
            let files = try EditionLinkView.all(ofTerm: nil, part: 1, in: site)
            let count = site.furigana == nil ? 1 : 2
            let isOfVolumes = files.isEmpty
            let forms =
                [booklet, pdf].compactMap { $0 }
                + editions.enumerated().map { index, edition in
                    EditionFormView(
                        label: site.words[edition.name], about: site.words[edition.about],
                        actions: isOfVolumes ? [] : Array(files[index * count..<(index + 1) * count]), isFile: true)
                } + [furigana, easyTexts].compactMap { $0 }
            return EditionListView(forms: forms, volumes: volumes(isOfVolumes ? editions : []))
        }
    }

    private var hasVolumes: Bool { site.listings.volumes.contains { !$0.isEmpty } }

    private var booklet: EditionFormView {
        let link = EditionLinkView(label: site.words[.editionsOpenBooklet], target: .booklet)
        return EditionFormView(
            label: site.links.booklet.label, about: site.words[.editionsBookletAbout], actions: hasVolumes ? [] : [link],
            isFile: false)
    }

    /// The booklet that `script/booklet` printed to PDF; nil if the content has no such file.
    private var pdf: EditionFormView? {
        let name = hasVolumes ? "files/booklet-" : "files/booklet.pdf"
        guard let file = site.casebook.images.first(where: { $0.path.hasPrefix(name) && $0.isPrintedBooklet }) else {
            return nil
        }
        let size = file.byteCount.map(FileSize.label) ?? ""
        let link = EditionLinkView(label: site.words[.editionsOpenPdf, size], target: .image(file.path))
        return EditionFormView(
            label: site.words[.editionsPdf], about: site.words[.editionsPdfAbout], actions: hasVolumes ? [] : [link],
            isFile: false)
    }

    /// The pages with the readings of all kanji; nil if the site has none.
    private var furigana: EditionFormView? {
        guard site.furigana != nil else { return nil }
        return EditionFormView(
            label: site.words[.editionsFurigana], about: site.words[.editionsFuriganaAbout],
            actions: [
                EditionLinkView(
                    label: site.words[.editionsOpenFurigana], target: site.structure.permalink(of: .furigana(.home)))
            ], isFile: false)
    }

    private var easyTexts: EditionFormView? {
        guard site.listings.easy != nil else { return nil }
        let counts = EasyTextCounts(site: site)
        return EditionFormView(
            label: site.links.easyTexts.label,
            about: site.words[.easyListDescription, counts.count.grouped, counts.total.grouped],
            actions: [EditionLinkView(label: site.words[.editionsOpenEasyTexts], target: .easyTexts())], isFile: false)
    }

    /// The volumes of the booklet with the files of the same cases.
    private func volumes(_ editions: [Edition]) -> [EditionVolumeView] {
        let taxonomy = site.primaryTaxonomy
        return site.listings.volumes.enumerated().flatMap { term, parts in
            parts.enumerated().map { index, cases in
                let link = Permalink.bookletVolume(slug: taxonomy.terms[term].slug, part: index + 1)
                let label = taxonomy.terms[term].label
                let volume = site.structure.volume(ofTerm: term, part: index + 1)
                let pdf = "files/booklet-\(link.path.dropFirst("booklet/".count).dropLast(".html".count)).pdf"
                return EditionVolumeView(
                    label: parts.count > 1 ? site.words[.bookletPart, label, String(index + 1)] : label, count: cases.count,
                    links: [EditionLinkView(label: site.links.booklet.label, target: link)]
                        + (site.casebook.images.contains { $0.path == pdf }
                            ? [EditionLinkView(label: site.words[.editionsPdf], target: .image(pdf))] : [])
                        + (volume == nil
                            ? []
                            : editions.map { edition in
                                EditionLinkView(
                                    label: site.words[edition.name],
                                    target: site.structure.permalink(of: .edition(edition, term: term, part: index + 1)))
                            }))
            }
        }
    }
}

extension Edition {
    fileprivate var name: SiteText {
        switch self {
        case .epub: .editionsEpubName
        case .text: .editionsTextName
        }
    }

    fileprivate var about: SiteText {
        switch self {
        case .epub: .editionsEpubAbout
        case .text: .editionsTextAbout
        }
    }
}

/// The names of the layout `editions`.
struct EditionListView: TemplateContext {
    let forms: [EditionFormView]
    /// Empty where one file of each form holds all cases.
    let volumes: [EditionVolumeView]

    static let fields = ContextFields<EditionListView>([
        .list("forms", EditionFormView.self) { $0.forms },
        .flag("has_volumes") { !$0.volumes.isEmpty },
        .list("volumes", EditionVolumeView.self) { $0.volumes },
    ])
}

/// A form of the collection: what it is, and for whom.
struct EditionFormView: TemplateContext {
    let label: String
    let about: String
    /// What opens it; empty where each volume has its own.
    let actions: [EditionLinkView]
    /// Whether it is a file to download.
    let isFile: Bool

    static let fields = ContextFields<EditionFormView>([
        .text("label") { $0.label },
        .text("about") { $0.about },
        .list("actions", EditionLinkView.self) { $0.actions },
        .flag("file") { $0.isFile },
    ])
}

/// A volume with its forms.
struct EditionVolumeView: TemplateContext {
    let label: String
    let count: Int
    let links: [EditionLinkView]

    static let fields = ContextFields<EditionVolumeView>([
        .text("volume_label") { $0.label },
        .text("count") { $0.count.grouped },
        .list("links", EditionLinkView.self) { $0.links },
    ])
}
