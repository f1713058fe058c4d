import Basics
import Diagnostics

/// Writes the files with the texts of cases, which results show and are checked against.
///
/// Titles and texts are written as ``CompactText``.
enum TextFile {
    /// The approximate maximum size of the texts of a file in bytes, before they are compact, unless a single case has more. A result
    /// needs the whole file of its case.
    private static let size = 8_560

    /// Returns the file of some cases. It contains 0 for a case that is not searchable.
    static func bytes(of searchable: SearchableCases, cases: Range<Int>) -> [UInt8] {
        var body: [UInt8] = []
        var compact: [UInt8] = []
        return SearchScript.bytes { json in
            json.array { json in
                for index in cases { write(index, of: searchable, &body, &compact, into: &json) }
            }
        }
    }

    /// Returns the files with the texts of counted cases, in lists of ``TextList/size`` cases, with the cases of each.
    static func all(
        of entries: [CountedCases.Entry], _ searchable: SearchableCases
    ) -> [[(cases: Range<Int>, file: SearchFile)]] {
        stride(from: 0, to: entries.count, by: TextList.size).map { first in
            var files: [(cases: Range<Int>, file: SearchFile)] = []
            let end = min(first + TextList.size, entries.count)
            var start = first
            var taken = 0
            for index in first...end {
                let next = index < end ? Int(entries[index].size) : 0
                if index > start, index == end || taken + next > size {
                    files.append((start..<index, file(of: start..<index, entries, searchable)))
                    start = index
                    taken = 0
                }
                taken += next
            }
            return files
        }
    }

    private static func file(
        of cases: Range<Int>, _ entries: [CountedCases.Entry], _ searchable: SearchableCases
    ) -> SearchFile {
        var hash = ContentHash()
        hash.update(SearchScript.version)
        for index in cases { hash.update(Int(truncatingIfNeeded: entries[index].hash)) }
        return SearchFile(textsOf: cases, searchable, hash: FileHash(hash))
    }

    /// Writes the entry of a case: id, title, terms of each taxonomy, and its text. If details are at the end of the text, one line each,
    /// it also has what each of them is: 0 for the summary, the label of a field that cards show, or an array with that of another field.
    private static func write(
        _ index: Int, of searchable: SearchableCases, _ body: inout [UInt8], _ compact: inout [UInt8],
        into json: inout JSONWriter
    ) {
        guard let entry = searchable.entry(index) else { return json.number(0) }
        json.array { json in
            json.string(entry.id)
            json.string(CompactText.shared.written(entry.title))
            json.array { json in
                for terms in entry.terms {
                    json.array { json in for term in terms { json.number(term) } }
                }
            }
            body.removeAll(keepingCapacity: true)
            searchable.appendBody(of: entry, to: &body)
            body.withUnsafeBufferPointer { CompactText.shared.write($0, to: &compact) }
            json.string(utf8: compact)
            let details = searchable.details(of: entry)
            if details.isEmpty { return }
            json.array { json in
                for detail in details {
                    switch detail.kind {
                    case .summary: json.number(0)
                    case .onCards(let label): json.string(label)
                    case .onPage(let label): json.array { $0.string(label) }
                    }
                }
            }
        }
    }
}
