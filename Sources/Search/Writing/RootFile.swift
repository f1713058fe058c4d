import Casebook
import Diagnostics

/// The file that a search begins with: the facets, the words that mean the same, and the names of the other files.
enum RootFile {
    static func bytes(of collection: SearchableCollection, texts: [String]) -> [UInt8] {
        let counts = FacetCounts(collection)
        return SearchScript.bytes { json in
            json.object { json in
                json.key("count")
                json.number(collection.cases.count)
                json.key("primary")
                json.number(collection.casebook.settings.primary)
                json.key("facets")
                json.array { json in
                    for (index, taxonomy) in collection.casebook.taxonomies.enumerated() {
                        write(taxonomy, counts.terms[index], unstated: counts.unstated[index], into: &json)
                    }
                }
                json.key("texts")
                json.array { json in for name in texts { json.string(name) } }
            }
        }
    }

    private static func write(_ taxonomy: Taxonomy, _ counts: [Int], unstated: Int, into json: inout JSONWriter) {
        json.object { json in
            json.member("key", taxonomy.key)
            json.member("folder", taxonomy.folder)
            json.member("label", taxonomy.label)
            json.key("multiple")
            json.flag(taxonomy.isMultiple)
            if let label = taxonomy.unstated { json.member("unstated", label) }
            json.key("unstatedCount")
            json.number(unstated)
            json.key("terms")
            json.array { json in
                for (number, term) in taxonomy.terms.enumerated() {
                    json.array { json in
                        json.string(term.slug)
                        json.string(term.label)
                        json.string(taxonomy.groups.first { $0.terms.contains(number) }?.label ?? "")
                        json.number(counts[number])
                        for alias in term.aliases { json.string(alias) }
                    }
                }
            }
        }
    }
}
