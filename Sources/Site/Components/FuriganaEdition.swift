import Basics
import CasebookModel
import HTML
import Synchronization

/// What was read of the blocks of pages, one set for each thread that renders.
private final class Caches: Sendable {
    private let free = Mutex<[FuriganaCache]>([])

    func take() -> FuriganaCache { free.withLock { $0.popLast() } ?? FuriganaCache() }

    func give(_ cache: FuriganaCache) { free.withLock { $0.append(cache) } }
}

/// The furigana edition: pages with the readings of all kanji, below ``Permalink/furiganaFolder``.
///
/// A page of it is the plain page with the same layout, to whose HTML the readings are added. It has the same place in its folder as the
/// plain page in the site, so links between pages of the edition stay as they are, and all others lead one folder up.
struct FuriganaEdition: Sendable {
    /// The readings in the casebook.
    private let own: ReadingFinder
    /// The readings in the casebook and those of the words of the interface.
    private let all: ReadingFinder
    /// The paths of the plain pages that are in the edition.
    private let paths: Set<String>
    private let pages = Caches()
    private let documents = Caches()

    /// Nil if the site has no furigana edition.
    ///
    /// - Parameters:
    ///   - structure: The structure of the site.
    ///   - interface: The readings of the words of the interface.
    init?(_ structure: SiteStructure, interface: [ReadingPattern]) {
        guard let own = structure.casebook.readings else { return nil }
        self.own = own
        all = ReadingFinder(own.patterns + interface)
        paths = Set(
            structure.pageRoutes.compactMap { route in
                if case .furigana(let plain) = route { structure.permalink(of: plain).path } else { nil }
            })
    }

    /// Returns the link to the same page with readings, or without them; nil for a page that is not in the edition.
    func link(from route: Route, at link: Permalink, words: SiteWords) -> LinkView? {
        if case .furigana = route { return LinkView(label: words[.furiganaWithout], target: .withoutFurigana(link)) }
        return route.canHaveFurigana && paths.contains(link.path)
            ? LinkView(label: words[.furiganaWith], target: .furigana(link)) : nil
    }

    /// Returns a page with readings.
    ///
    /// - Parameters:
    ///   - html: The plain page.
    ///   - link: The address of the plain page.
    func page(of html: UnsafeBufferPointer<UInt8>, at link: Permalink) -> [UInt8] {
        let folder = link.path.lastIndex(of: "/").map { String(link.path[...$0]) } ?? ""
        var cache = pages.take()
        defer { pages.give(cache) }
        return FuriganaDocument.bytes(of: html, read: words, joinsTexts: true, cache: &cache) { address in
            leadsOut(address, of: folder) ? "../" : nil
        }
    }

    /// Returns a document of a book with readings.
    func document(of html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var cache = documents.take()
        defer { documents.give(cache) }
        return FuriganaDocument.bytes(of: html, read: words, cache: &cache)
    }

    /// Returns the words of a text with their readings.
    ///
    /// A text of the casebook is read as its list says, which was checked. The list of the interface is for texts that have other words.
    private func words(_ text: ReadableText) -> [ReadingFinder.Found] {
        let (found, missing) = own.read(text)
        guard !missing.isEmpty else { return found }
        let more = all.read(text)
        return more.missing.count < missing.count ? more.found : found
    }

    /// Whether an address on a plain page leads to something that is not in the edition.
    ///
    /// - Parameters:
    ///   - address: The address as the page has it.
    ///   - folder: The folder of the page, with a slash.
    private func leadsOut(_ address: String, of folder: String) -> Bool {
        let path = address.prefix { $0 != "#" && $0 != "?" }
        guard !path.isEmpty, !path.hasPrefix("/"), !path.contains(":") else { return false }
        var rest = path
        var base = folder[...]
        if rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        while rest.hasPrefix("../") {
            // Above the root of the site: the address was made for the edition.
            guard !base.isEmpty else { return false }
            base = base.dropLast()
            base = base[..<(base.lastIndex(of: "/").map { base.index(after: $0) } ?? base.startIndex)]
            rest = rest.dropFirst(3)
        }
        return !paths.contains(String(base) + rest)
    }
}
