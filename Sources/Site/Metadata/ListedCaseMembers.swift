import Basics
import CasebookModel
import Synchronization

/// What the structured data of lists says of each case: its name and its address, as members of a JSON object.
///
/// A case is in a list for each of its terms. Its members are written once, when a list first needs any, and those of all cases next
/// to each other: the cases themselves are all over the memory, and to fetch a title from there takes longer than to write it.
final class ListedCaseMembers: Sendable {
    private final class Table: Sendable {
        /// The members of all cases, each with a comma before it.
        let bytes: [UInt8]
        /// Where the members of each case start, and at the end the count of `bytes`.
        let starts: [Int]

        init(_ cases: [Case], _ links: [Permalink], _ baseURL: String) {
            var json = JSONWriter(.compact, within: 1, reservingCapacity: 160 * cases.count)
            var starts: [Int] = []
            starts.reserveCapacity(cases.count + 1)
            for (entry, link) in zip(cases, links) {
                starts.append(json.bytes.count)
                json.member("name", entry.title)
                json.member("url", baseURL, link.path)
            }
            starts.append(json.bytes.count)
            bytes = json.bytes
            self.starts = starts
        }
    }

    private let cases: [Case]
    private let links: [Permalink]
    private let baseURL: String
    private let table = AtomicLazyReference<Table>()

    /// - Parameters:
    ///   - cases: All cases of the casebook.
    ///   - links: For each case, the address of its page.
    ///   - baseURL: The address of the site.
    init(_ cases: [Case], links: [Permalink], baseURL: String) {
        self.cases = cases
        self.links = links
        self.baseURL = baseURL
    }

    /// Writes an element for each case of a list.
    func write(_ listed: ListedCases, into json: inout JSONWriter) {
        let table = table.load() ?? table.storeIfNil(Table(cases, links, baseURL))
        table.bytes.withUnsafeBufferPointer { bytes in
            table.starts.withUnsafeBufferPointer { starts in
                for (offset, index) in listed.cases.enumerated() {
                    json.beginObject()
                    json.append(written: "\"@type\":\"ListItem\"")
                    json.member("position", listed.first + offset)
                    json.append(written: UnsafeBufferPointer(rebasing: bytes[(starts[index] + 1)..<starts[index + 1]]))
                    json.endObject()
                }
            }
        }
    }
}
