import Basics
import Diagnostics

/// The texts of several cases: what a result shows, and what it is checked against.
enum TextFile {
    /// About how many bytes a file has at most, unless a single case has more: a result needs the whole file of its case.
    private static let size = 3_072

    /// The file of some cases. For a case that is not found it holds 0.
    static func bytes(of collection: SearchableCollection, cases: Range<Int>) -> [UInt8] {
        var body: [UInt8] = []
        var entries: [UInt8] = []
        for index in cases { append(entry(index, of: collection, &body), to: &entries) }
        return file(entries)
    }

    /// The files of some cases, with those that each is for.
    ///
    /// - Parameter take: Is given each index with the words of the case's sections, none for a case that is not found.
    static func files(
        of collection: SearchableCollection, cases: Range<Int>, body take: (Int, [UInt8]) -> Void
    ) -> [(cases: Range<Int>, bytes: [UInt8])] {
        var files: [(cases: Range<Int>, bytes: [UInt8])] = []
        var body: [UInt8] = []
        var entries: [UInt8] = []
        var start = cases.lowerBound
        for index in cases {
            let next = entry(index, of: collection, &body)
            take(index, body)
            if !entries.isEmpty, entries.count + next.count > size {
                files.append((start..<index, file(entries)))
                entries.removeAll(keepingCapacity: true)
                start = index
            }
            append(next, to: &entries)
        }
        if !entries.isEmpty { files.append((start..<cases.upperBound, file(entries))) }
        return files
    }

    private static func append(_ entry: [UInt8], to entries: inout [UInt8]) {
        if !entries.isEmpty { entries.append(UInt8(ascii: ",")) }
        entries += entry
    }

    private static func file(_ entries: [UInt8]) -> [UInt8] {
        SearchScript.bytes(ofValue: [UInt8(ascii: "[")] + entries + [UInt8(ascii: "]")])
    }

    /// A case as a file has it: id, title, terms of each taxonomy, words of the sections. The words are handed on in `body`.
    private static func entry(_ index: Int, of collection: SearchableCollection, _ body: inout [UInt8]) -> [UInt8] {
        body.removeAll(keepingCapacity: true)
        var json = JSONWriter(.compact)
        guard let entry = collection.entry(index) else {
            json.number(0)
            return json.bytes
        }
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
        return json.bytes
    }
}
