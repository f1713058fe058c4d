import Diagnostics

/// A file that leads to the texts of ``size`` cases: the hashes of the files that hold them, and for each of these how many cases
/// it holds, as a letter of `BitText`.
enum TextList {
    /// How many cases of the casebook a list is for. A result needs its list and its file: this is near what makes the lists and
    /// the root, which has the hashes of all lists, smallest together for ten results of 10,000 cases.
    static let size = 32

    static func file(_ texts: [(cases: Range<Int>, file: SearchFile)], _ hash: ([UInt8]) -> String) -> SearchFile {
        let bytes = SearchScript.bytes { json in
            json.array { json in
                json.string(texts.map(\.file).hashes)
                json.string(utf8: texts.map { BitText.letter($0.cases.count) })
            }
        }
        return SearchFile(.textList, texts.first?.cases.lowerBound ?? 0, bytes, hash)
    }
}
