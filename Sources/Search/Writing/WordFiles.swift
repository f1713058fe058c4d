import Basics
import CasebookModel
import Diagnostics

/// Writes the files with words that have more than their own texts: synonyms, and words of the glossary with their meaning.
///
/// A query loads the shards that may have one of its words. The root file has the characters with which the words of each shard begin
/// (``starts``).
///
/// ```
/// shard   = [[synonyms], [related], [glossary]]
/// group   = [word, …, [word that is also searched, …]]; the list at the end only where there are such words
/// entry   = [slug, meaning, word, other name, …]
/// names   = [[name, reading], …]; without a reading for synonyms
/// ```
struct WordFiles {
    /// The approximate size of a shard in bytes. Few cases need few other files, so their shards can be small.
    private static func size(caseCount: Int) -> Int { caseCount > SearchFiles.smallSize ? 1_300 : 760 }
    /// The number of shards above which they are larger instead.
    private static let mostShards = 24
    /// The length of a meaning in characters, after which only the first sentences are shown.
    private static let longestMeaning = 60

    /// The shards, with the characters with which their words begin.
    let shards: [(starts: String, file: SearchFile)]
    /// The names of all terms, words of the glossary and synonyms, for queries that find nothing.
    let names: SearchFile

    /// The characters with which the words of each shard begin, with a blank between shards.
    var starts: String { shards.map(\.starts).joined(separator: " ") }
    var all: [SearchFile] { shards.map(\.file) + [names] }

    init(_ casebook: Casebook) {
        shards = Self.shards(Self.entries(casebook), size: Self.size(caseCount: casebook.cases.count))
        names = SearchFile(.names, 0, Self.names(casebook))
    }

    /// Returns the groups in the settings, and the names of each glossary term with several names.
    static func synonyms(_ casebook: Casebook) -> [Settings.SearchWords.Group] {
        let stated = casebook.settings.search.synonyms
        let explained = casebook.glossary.filter { !$0.aliases.isEmpty }.map(\.names)
        return stated
            + explained.filter { names in !stated.contains { Set($0.words).isSuperset(of: names) } }.map { .init($0) }
    }

    /// A group of synonyms, a group of related words or a word of the glossary.
    private struct Entry {
        /// The list in a shard.
        let list: Int
        let words: [String]
        let json: [UInt8]

        init(list: Int, words: [String], first: [String] = [], also: [String] = []) {
            self.list = list
            self.words = words
            var json = JSONWriter(.compact)
            json.array { json in
                for word in first + words { json.string(word) }
                if !also.isEmpty { json.array { json in for word in also { json.string(word) } } }
            }
            self.json = json.bytes
        }
    }

    private static func entries(_ casebook: Casebook) -> [Entry] {
        synonyms(casebook).map { Entry(list: 0, words: $0.words, also: $0.also) }
            + casebook.settings.search.related.map { Entry(list: 1, words: $0) }
            + casebook.glossary.map { Entry(list: 2, words: $0.names, first: [$0.slug, meaning($0)]) }
    }

    /// Returns the beginning of the explanation of a word as plain text: whole sentences where possible.
    private static func meaning(_ word: GlossaryTerm) -> String {
        let text = word.body.document.plainText().replacing("\n", with: " ")
        guard text.count > longestMeaning else { return text }
        let end = text.prefix(longestMeaning).lastIndex(of: "。") ?? text.firstIndex(of: "。")
        return end.map { String(text[...$0]) } ?? text
    }

    private static func shards(_ entries: [Entry], size: Int) -> [(starts: String, file: SearchFile)] {
        // The entries with a word that begins with a character.
        var byStart: [Unicode.Scalar: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            for start in Set(entry.words.compactMap { SearchText.normalized($0).unicodeScalars.first }) {
                byStart[start, default: []].append(index)
            }
        }
        let total = byStart.values.joined().reduce(0) { $0 + entries[$1].json.count }
        let limit = max(size, total / mostShards)
        var shards: [(starts: String, file: SearchFile)] = []
        var starts = ""
        var held: Set<Int> = []
        func finish() {
            guard !starts.isEmpty else { return }
            let bytes = SearchScript.bytes(ofValue: json(held.sorted().map { entries[$0] }))
            shards.append((starts, SearchFile(.words, shards.count, bytes)))
            starts = ""
            held = []
        }
        for (start, indices) in byStart.sorted(by: { $0.key < $1.key }) {
            let bytes = held.union(indices).reduce(0) { $0 + entries[$1].json.count }
            if bytes > limit { finish() }
            starts.unicodeScalars.append(start)
            held.formUnion(indices)
        }
        finish()
        return shards
    }

    private static func json(_ entries: [Entry]) -> [UInt8] {
        let lists = (0...2).map { list in
            Array("[".utf8) + entries.filter { $0.list == list }.map(\.json).joined(separator: Array(",".utf8))
                + Array("]".utf8)
        }
        return Array("[".utf8) + lists.joined(separator: Array(",".utf8)) + Array("]".utf8)
    }

    private static func names(_ casebook: Casebook) -> [UInt8] {
        var known: Set<String> = []
        var names: [(name: String, yomi: String?)] = []
        func add(_ name: String, _ yomi: String?) {
            if known.insert(name).inserted { names.append((name, yomi)) }
        }
        for term in casebook.taxonomies.flatMap(\.terms) {
            add(term.label, term.yomi)
            for alias in term.aliases { add(alias, nil) }
        }
        for word in casebook.glossary {
            add(word.term, word.yomi)
            for alias in word.aliases { add(alias, nil) }
        }
        for word in synonyms(casebook).flatMap(\.words) + casebook.settings.search.related.flatMap({ $0 }) { add(word, nil) }
        return SearchScript.bytes { json in
            json.array { json in
                for (name, yomi) in names {
                    json.array { json in
                        json.string(name)
                        if let yomi { json.string(yomi) }
                    }
                }
            }
        }
    }
}
