import Diagnostics

/// Writes the files that list files with texts: their hashes, and for each the number of its cases as a letter of ``BitText``.
enum TextList {
    /// The number of cases in a list, below 64. A result needs its list and its file. This number makes the lists and the root file,
    /// which has the hashes of all lists, about as small as possible together for ten results of 10,000 cases.
    static let size = 60

    /// Returns the list of files with texts.
    static func file(_ texts: [(cases: Range<Int>, file: SearchFile)]) -> SearchFile {
        let bytes = SearchScript.bytes { json in
            json.array { json in
                json.string(texts.map(\.file).hashes)
                json.string(utf8: texts.map { BitText.letter($0.cases.count) })
            }
        }
        return SearchFile(.textList, texts.first?.cases.lowerBound ?? 0, bytes)
    }
}
