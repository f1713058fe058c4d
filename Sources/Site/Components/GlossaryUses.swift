import Basics
import CasebookModel
import Markdown

/// Which words of the glossary each case uses, found when somebody asks for it.
final class GlossaryUses: Sendable {
    private let found: Deferred<[[Int]]>

    /// - Parameters:
    ///   - structure: The structure of the site.
    ///   - finder: Finds the words; nil without a glossary.
    ///   - known: For each case of the casebook, the words that it uses, if an earlier build of the same glossary has found them.
    init(_ structure: SiteStructure, _ finder: WordFinder?, known: [[Int]?]) {
        let casebook = structure.casebook
        guard let finder else {
            found = .known(casebook.cases.map { _ in [] })
            return
        }
        found = .made {
            var uses = casebook.cases.map { _ in [Int]() }
            for index in structure.relations.listed {
                if known.indices.contains(index), let words = known[index] {
                    uses[index] = words
                    continue
                }
                let entry = casebook.cases[index]
                var words: Set<Int> = []
                for section in entry.sections {
                    entry.body.document.findWords(finder, blocks: section.blocks) { words.insert($0) }
                }
                uses[index] = words.sorted()
            }
            return uses
        }
    }

    /// For each case of the casebook, the words that it uses, ascending. O(length of all cases) at the first call.
    var words: [[Int]] { found.value }
}
