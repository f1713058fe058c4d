import Diagnostics

/// A file that names others: their names, and for shards of the index the first key of each.
enum NameList {
    /// The files that name all of some others, in order, ``SearchFiles/listSize`` each.
    static func lists(of files: [SearchFile], firstKeys: [UInt32]?, _ hash: ([UInt8]) -> String) -> [SearchFile] {
        stride(from: 0, to: files.count, by: SearchFiles.listSize).map { start in
            let range = start..<min(start + SearchFiles.listSize, files.count)
            return SearchFile(
                folded: hash,
                SearchScript.bytes { json in
                    json.array { json in
                        json.array { json in for file in files[range] { json.string(file.name) } }
                        if let firstKeys {
                            json.array { json in for key in firstKeys[range] { json.number(Int(key)) } }
                        }
                    }
                })
        }
    }
}
