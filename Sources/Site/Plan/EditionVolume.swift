import CasebookModel

/// A volume of the editions: the cases that one book, or one text, holds.
///
/// Editions hold published cases only, even where drafts are shown. Up to ``Listings/bookletSize`` cases are one volume. A larger
/// collection has volumes for each primary term, like the booklet.
struct EditionVolume: Sendable {
    /// The cases of a primary term.
    struct Group: Sendable {
        let term: Int
        let cases: ArraySlice<Int>
    }

    /// The path of the style sheet of books among the assets. It is part of every book and has no address of its own.
    static let stylePath = "book.css"

    /// The primary term whose cases the volume holds; nil for the whole collection.
    let term: Int?
    /// Which of the volumes of the term it is, counted from 1.
    let part: Int
    /// How many volumes the term has.
    let partCount: Int
    /// The cases in the order of the book.
    let groups: [Group]

    /// The cases of the volume in the order of the book.
    var cases: [Int] { groups.flatMap(\.cases) }

    /// Returns all volumes of a casebook, in the order of the primary terms; none if no case is published.
    ///
    /// - Parameters:
    ///   - casebook: The cases.
    ///   - published: The cases that are no drafts and were not withdrawn.
    static func all(_ casebook: Casebook, published: [Int]) -> [EditionVolume] {
        let primary = casebook.settings.primary
        var found = [[Int]](repeating: [], count: casebook.taxonomies[primary].terms.count)
        for index in published {
            if let term = casebook.cases[index].terms[primary].first { found[term].append(index) }
        }
        let groups = found.indices.filter { !found[$0].isEmpty }.map { Group(term: $0, cases: found[$0][...]) }
        guard published.count > Listings.bookletSize else {
            return groups.isEmpty ? [] : [EditionVolume(term: nil, part: 1, partCount: 1, groups: groups)]
        }
        return groups.flatMap { group in
            let parts = stride(from: 0, to: group.cases.count, by: Listings.bookletSize).map {
                group.cases[$0..<min($0 + Listings.bookletSize, group.cases.count)]
            }
            return parts.enumerated().map { number, cases in
                EditionVolume(
                    term: group.term, part: number + 1, partCount: parts.count,
                    groups: [Group(term: group.term, cases: cases)])
            }
        }
    }
}

/// The assets that only pages with furigana use.
enum FuriganaAssets {
    /// The style sheet. Books with readings have its rules, too.
    static let style = "furigana.css"
    /// The script of the search.
    static let script = "furigana.js"
}

extension SiteStructure {
    /// Returns the route to the file of an edition with a volume.
    func route(to edition: Edition, _ volume: EditionVolume) -> Route {
        .edition(edition, term: volume.term, part: volume.part)
    }

    /// Returns a volume of the editions; nil if there is none.
    func volume(ofTerm term: Int?, part: Int) -> EditionVolume? {
        editionVolumes.first { $0.term == term && $0.part == part }
    }

    /// Returns whether the editions with the cases of a primary term show a case that changed.
    func editionShows(_ changed: [Bool], term: Int?, part: Int) -> Bool {
        volume(ofTerm: term, part: part)?.cases.contains { changed[$0] } ?? false
    }
}
