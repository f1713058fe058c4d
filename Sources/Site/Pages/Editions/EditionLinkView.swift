import Basics
import CasebookModel
import Templates

/// A file of an edition, offered on the page of the booklet with the same cases.
struct EditionLinkView: TemplateContext {
    let label: String
    let target: Permalink

    static let fields = ContextFields<EditionLinkView>([
        // What it is, its format and its size.
        .text("label") { $0.label },
        .text("path") { $0.target.reference },
    ])

    /// Returns the files with the cases of a volume; none if the site has no editions or the volume is not one of them.
    static func all(ofTerm term: Int?, part: Int, in site: RenderContext) throws(RenderingError) -> [EditionLinkView] {
        let editions = site.casebook.settings.editions
        guard !editions.isEmpty, let volume = site.structure.volume(ofTerm: term, part: part) else { return [] }
        var links: [EditionLinkView] = []
        for edition in editions {
            let route = site.structure.route(to: edition, volume)
            links.append(try EditionLinkView(route, edition, volume, furigana: nil, in: site))
            guard let furigana = site.furigana else { continue }
            links.append(try EditionLinkView(.furigana(route), edition, volume, furigana: furigana, in: site))
        }
        return links
    }

    init(label: String, target: Permalink) {
        self.label = label
        self.target = target
    }

    private init(
        _ route: Route, _ edition: Edition, _ volume: EditionVolume, furigana: FuriganaEdition?, in site: RenderContext
    ) throws(RenderingError) {
        let size = FileSize.label(
            byteCount: try site.editionFiles.size(of: route) { () throws(RenderingError) in
                try edition.body(of: volume, furigana: furigana, in: site)
            })
        label = site.words[furigana == nil ? edition.label : edition.labelWithFurigana, size]
        target = site.structure.permalink(of: route)
    }
}

extension EditionFiles {
    /// Returns the file of a volume of an edition; an empty one if there is no such volume.
    func body(of route: Route, in site: RenderContext) throws(RenderingError) -> Page.Body {
        guard case .edition(let edition, let term, let part) = route.withoutFurigana,
            let volume = site.structure.volume(ofTerm: term, part: part)
        else { return .bytes([]) }
        let furigana = route.withoutFurigana == route ? nil : site.furigana
        return try body(of: route) { () throws(RenderingError) in
            try edition.body(of: volume, furigana: furigana, in: site)
        }
    }
}

extension Edition {
    fileprivate func body(
        of volume: EditionVolume, furigana: FuriganaEdition?, in site: RenderContext
    ) throws(RenderingError) -> Page.Body {
        switch self {
        case .epub: try BookFile(site: site, volume: volume, furigana: furigana).body()
        case .text: try TextFile(site: site, volume: volume, furigana: furigana).body()
        }
    }

    fileprivate var label: SiteText {
        switch self {
        case .epub: .editionsEpub
        case .text: .editionsText
        }
    }

    fileprivate var labelWithFurigana: SiteText {
        switch self {
        case .epub: .editionsEpubFurigana
        case .text: .editionsTextFurigana
        }
    }
}
