import Basics
import CasebookModel
import Diagnostics

/// The file that a search begins with: the facets, the words that mean the same, and what leads to the other files.
enum RootFile {
    /// What the root leads to.
    enum Content {
        /// The hash of the one file with all texts.
        case texts(String)
        /// The hashes of the lists of shards with the first key of each, of the lists of texts, and of the file of each taxonomy.
        case index(shards: String, firstKeys: [UInt32], texts: String, facets: String)
    }

    static func bytes(of collection: SearchableCollection, _ content: Content) -> [UInt8] {
        let counts = FacetCounts(collection)
        return SearchScript.bytes { json in
            json.object { json in
                json.key("count")
                json.number(collection.cases.count)
                // Numbers of cases are below.
                json.key("end")
                json.number(collection.casebook.cases.count)
                json.key("primary")
                json.number(collection.casebook.settings.primary)
                json.key("facets")
                json.array { json in
                    for (index, taxonomy) in collection.casebook.taxonomies.enumerated() {
                        write(taxonomy, counts.terms[index], into: &json)
                    }
                }
                write(synonyms(collection.casebook), "synonyms", into: &json)
                write(collection.casebook.settings.search.related, "related", into: &json)
                write(content, into: &json)
            }
        }
    }

    /// The groups of the settings, and the names of each word of the glossary that has several.
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
            json.member("texts", hash)
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
