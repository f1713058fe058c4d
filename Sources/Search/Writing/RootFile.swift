import Basics
import CasebookModel
import Diagnostics

/// Writes the root file, with which a search starts: the facets and the hashes that lead to the other files.
///
/// The names of terms and the first characters of words are written as ``CompactText``.
enum RootFile {
    /// The files that the root file leads to.
    enum Content {
        /// The hash of the only file, which contains all texts.
        case texts(FileHash)
        /// The hashes of the lists of shards with the first key of each, of the lists of texts, and of the file of each taxonomy.
        case index(shards: String, firstKeys: [UInt32], texts: String, facets: String)
    }

    /// Returns the content of the root file.
    ///
    /// - Parameters:
    ///   - searchable: The cases.
    ///   - forms: The characters in their texts that are searched in another form, and that form.
    ///   - words: The files with synonyms, words of the glossary and names.
    ///   - dates: The file with the dates of the cases; nil if they have none.
    ///   - content: The files that the root file leads to.
    static func bytes(
        of searchable: SearchableCases, forms: [UInt32: UInt32], words: WordFiles, dates: SearchFile?, _ content: Content
    ) -> [UInt8] {
        let counts = FacetCounts(searchable)
        let pairs = pairs(forms.merging(formsOfNames(searchable.casebook)) { form, _ in form })
        return SearchScript.bytes { json in
            json.object { json in
                json.key("count")
                json.number(searchable.cases.count)
                // The numbers of all cases are below this one.
                json.key("end")
                json.number(searchable.casebook.cases.count)
                json.key("primary")
                json.number(searchable.casebook.settings.primary)
                json.key("facets")
                json.array { json in
                    for (index, taxonomy) in searchable.casebook.taxonomies.enumerated() {
                        write(taxonomy, counts.terms[index], into: &json)
                    }
                }
                json.member("words", words.shards.map(\.file).hashes)
                json.member("starts", CompactText.shared.written(words.starts))
                json.member("names", words.names.hash.letters)
                if let dates { json.member("dates", dates.hash.letters) }
                write(content, into: &json)
                if !pairs.isEmpty { json.member("forms", pairs) }
                json.key("scripts")
                json.array { json in
                    for script in searchable.scripts { json.string(script) }
                }
            }
        }
    }

    /// Returns the characters in the names of terms and in words that are searched in another form, and that form.
    private static func formsOfNames(_ casebook: Casebook) -> [UInt32: UInt32] {
        let terms = casebook.taxonomies.flatMap { $0.terms.flatMap { [$0.label] + $0.aliases } }
        let words =
            WordFiles.synonyms(casebook).flatMap { $0.words + $0.also } + casebook.settings.search.related.flatMap { $0 }
            + casebook.glossary.flatMap(\.names)
        return SearchText((terms + words).joined(separator: "\n")).forms
    }

    /// Returns each character followed by its form, in the order of the characters.
    private static func pairs(_ forms: [UInt32: UInt32]) -> String {
        let pairs = forms.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }.compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(pairs))
    }

    private static func write(_ content: Content, into json: inout JSONWriter) {
        switch content {
        case .texts(let hash):
            json.member("texts", hash.letters)
        case .index(let shards, let firstKeys, let texts, let facets):
            json.key("index")
            json.object { json in
                json.key("listSize")
                json.number(TextList.size)
                json.member("shards", shards)
                json.key("firstKeys")
                json.array { json in for key in firstKeys { json.number(Int(key)) } }
                json.member("texts", texts)
                json.member("facets", facets)
            }
        }
    }

    private static func write(_ taxonomy: Taxonomy, _ counts: [Int], into json: inout JSONWriter) {
        json.object { json in
            json.member("key", taxonomy.key)
            json.member("folder", taxonomy.folder)
            json.key("terms")
            json.array { json in
                for (number, term) in taxonomy.terms.enumerated() {
                    json.array { json in
                        json.string(term.slug)
                        json.string(CompactText.shared.written(term.label))
                        json.number(counts[number])
                        for alias in term.aliases { json.string(CompactText.shared.written(alias)) }
                    }
                }
            }
        }
    }
}
