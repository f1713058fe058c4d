import Casebook
import HTML
import Markdown

extension Casebook {
    /// Finds the words of the glossary by all their names.
    var wordFinder: WordFinder {
        WordFinder(glossary.map(\.names), targets: glossary.map { Permalink.glossaryTerm($0.slug).fragment ?? "" })
    }
}

extension SitePlan {
    /// How many cases the glossary names that use a word.
    private static let caseCount = 5

    var glossaryFrame: Frame {
        Frame(
            title: GlossaryView.link.label, documentTitle: GlossaryView.link.label,
            description: "事例に出てくる言葉のうち\(casebook.glossary.count.grouped)語の、読み方と意味をまとめています。",
            breadcrumbs: [homeCrumb], subject: .collection(nil))
    }

    var glossaryView: GlossaryView {
        let uses = glossaryUses
        let rows = KanaRow.divide(Array(casebook.glossary.indices)) { casebook.glossary[$0].yomi }
        return GlossaryView(
            rows: rows.map { row, words in
                GlossaryRowView(
                    id: rowAnchor(row), label: row?.label ?? otherRow, words: words.map { glossaryWord($0, uses: uses[$0]) })
            })
    }

    /// Links words of the glossary on the page at `link`; nil without one.
    func wordLinks(at link: Permalink) -> WordLinks? {
        contents.words.map { WordLinks($0, address: "\(link.root)\(Permalink.glossary.path)#") }
    }

    private func glossaryWord(_ index: Int, uses: [Int]) -> GlossaryWordView {
        let word = casebook.glossary[index]
        let link = Permalink.glossaryTerm(word.slug)
        var buffer = HTMLBuffer()
        let options = renderOptions(
            targets: word.body.targets, at: link, headingLevel: 4, idPrefix: "\(link.fragment ?? "")-")
        word.body.document.render(into: &buffer, options: options)
        return GlossaryWordView(
            id: link.fragment ?? "", term: word.term, yomi: word.yomi, aliases: word.aliases, body: buffer.finish(),
            count: uses.count,
            cases: uses.prefix(Self.caseCount).map {
                PageLinkView(title: casebook.cases[$0].title, link: permalink(ofCase: $0))
            })
    }

    /// For each word of the glossary the cases that use it, in order. O(length of all cases).
    private var glossaryUses: [[Int]] {
        var uses = [[Int]](repeating: [], count: casebook.glossary.count)
        guard let finder = contents.words else { return uses }
        for index in relations.listed {
            let entry = casebook.cases[index]
            for section in entry.sections {
                entry.body.document.findWords(finder, blocks: section.blocks) { word in
                    if uses[word].last != index { uses[word].append(index) }
                }
            }
        }
        return uses
    }
}
