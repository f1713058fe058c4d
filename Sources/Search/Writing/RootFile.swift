import Basics
import CasebookModel
import Diagnostics

/// Writes the root file, with which a search starts: the facets, the synonyms and the hashes that lead to the other files.
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
    ///   - content: The files that the root file leads to.
    static func bytes(of searchable: SearchableCases, forms: [UInt32: UInt32], _ content: Content) -> [UInt8] {
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
                write(synonyms(searchable.casebook), "synonyms", into: &json)
                write(searchable.casebook.settings.search.related, "related", into: &json)
                write(content, into: &json)
                if !pairs.isEmpty { json.member("forms", pairs) }
                if let scripts = searchable.moreScripts { json.member("more", scripts) }
            }
        }
    }

    /// Returns the characters in the names of terms and synonyms that are searched in another form, and that form.
    private static func formsOfNames(_ casebook: Casebook) -> [UInt32: UInt32] {
        let terms = casebook.taxonomies.flatMap { $0.terms.flatMap { [$0.label] + $0.aliases } }
        let words = (synonyms(casebook) + casebook.settings.search.related).flatMap { $0 }
        return SearchText((terms + words).joined(separator: "\n")).forms
    }

    /// Returns each character followed by its form, in the order of the characters.
    private static func pairs(_ forms: [UInt32: UInt32]) -> String {
        let pairs = forms.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }.compactMap(Unicode.Scalar.init)
        return String(String.UnicodeScalarView(pairs))
    }

    /// Returns the groups in the settings, and the names of each glossary term with several names.
    private static func synonyms(_ casebook: Casebook) -> [[String]] {
        let stated = casebook.settings.search.synonyms
        let explained = casebook.glossary.filter { !$0.aliases.isEmpty }.map(\.names)
        return stated + explained.filter { names in !stated.contains { Set($0).isSuperset(of: names) } }
    }

    private static func write(_ groups: [[String]], _ key: StaticString, into json: inout JSONWriter) {
        json.key(key)
        json.array { json in
            for group in groups {
                json.array { json in for word in group { json.string(word) } }
            }
        }
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
                        json.string(term.label)
                        json.number(counts[number])
                        for alias in term.aliases { json.string(alias) }
                    }
                }
            }
        }
    }
}
