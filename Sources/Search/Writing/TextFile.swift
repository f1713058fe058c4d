import Diagnostics

/// The texts of several cases: what a result shows, and what it is checked against.
enum TextFile {
    /// How many cases of the casebook a file is for, where there are many: a result needs the file of each case that it shows.
    static let size = 2

    /// Writes a file, and hands on what is read for it.
    ///
    /// - Parameters:
    ///   - cases: Indices in the casebook; for one that is not found the file holds 0.
    ///   - body: Is given each index with the words of the case's sections, none for a case that is not found.
    static func bytes(
        of collection: SearchableCollection, cases: Range<Int>, body take: (Int, [UInt8]) -> Void = { _, _ in }
    ) -> [UInt8] {
        SearchScript.bytes { json in
            var body: [UInt8] = []
            json.array { json in
                for index in cases {
                    body.removeAll(keepingCapacity: true)
                    if let entry = collection.entry(index) {
                        collection.appendBody(of: entry, to: &body)
                        json.array { json in
                            json.string(entry.id)
                            json.string(entry.title)
                            json.array { json in
                                for terms in entry.terms {
                                    json.array { json in for term in terms { json.number(term) } }
                                }
                            }
                            json.string(utf8: body)
                        }
                    } else {
                        json.number(0)
                    }
                    take(index, body)
                }
            }
        }
    }
}
