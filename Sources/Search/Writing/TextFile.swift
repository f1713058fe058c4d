import Basics
import Diagnostics

/// Writes the files with the texts of cases, which results show and are checked against.
enum TextFile {
    /// The approximate maximum size of a file in bytes, unless a single case has more. A result needs the whole file of its case.
    private static let size = 3_072

    /// Returns the file of some cases. It contains 0 for a case that is not searchable.
    static func bytes(of searchable: SearchableCases, cases: Range<Int>) -> [UInt8] {
        var body: [UInt8] = []
        var entries: [UInt8] = []
        for index in cases { append(entry(index, of: searchable, &body), to: &entries) }
        return file(entries)
    }

    /// Returns the files of some cases, with the cases of each.
    ///
    /// - Parameters:
    ///   - searchable: The searchable cases.
    ///   - cases: The cases to write.
    ///   - take: Called with the index of each case and the text of its sections, which is empty if it is not searchable.
    static func files(
        of searchable: SearchableCases, cases: Range<Int>, body take: (Int, [UInt8]) -> Void
    ) -> [(cases: Range<Int>, bytes: [UInt8])] {
        var files: [(cases: Range<Int>, bytes: [UInt8])] = []
        var body: [UInt8] = []
        var entries: [UInt8] = []
        var start = cases.lowerBound
        for index in cases {
            let next = entry(index, of: searchable, &body)
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

    /// Returns the entry of a case: id, title, terms of each taxonomy, text of the sections. `body` is set to that text.
    private static func entry(_ index: Int, of searchable: SearchableCases, _ body: inout [UInt8]) -> [UInt8] {
        body.removeAll(keepingCapacity: true)
        var json = JSONWriter(.compact)
        guard let entry = searchable.entry(index) else {
            json.number(0)
            return json.bytes
        }
        searchable.appendBody(of: entry, to: &body)
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
