import Diagnostics

/// The texts of several cases: what a result shows, and what it is checked against.
enum TextFile {
    static func bytes(of collection: SearchableCollection, cases: ArraySlice<Int>) -> [UInt8] {
        SearchScript.bytes { json in
            var body: [UInt8] = []
            json.array { json in
                for index in cases {
                    let entry = collection.casebook.cases[index]
                    json.array { json in
                        json.string(entry.id)
                        json.string(entry.title)
                        json.array { json in
                            for terms in entry.terms {
                                json.array { json in for term in terms { json.number(term) } }
                            }
                        }
                        body.removeAll(keepingCapacity: true)
                        collection.appendBody(of: entry, to: &body)
                        json.string(utf8: body)
                    }
                }
            }
        }
    }
}
