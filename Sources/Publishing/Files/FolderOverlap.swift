/// Refuses an output folder that is, contains or is inside a folder that is read.
///
/// - Throws: `overlappingFolders`.
public func refuseOverlap(output: String, inputs: [String]) throws(PublishingError) {
    let target = resolved(output)
    for input in inputs {
        let source = resolved(input)
        if target == source || target.hasPrefix(source + "/") || (source + "/").hasPrefix(target + "/") {
            throw .overlappingFolders(output: output, input: input)
        }
    }
}

/// Refuses to write a file into a folder that is read or published.
///
/// - Throws: `fileInFolder`.
public func refuseFile(_ file: String, in folders: [String]) throws(PublishingError) {
    let target = resolved(file)
    for folder in folders where target == resolved(folder) || target.hasPrefix(resolved(folder) + "/") {
        throw .fileInFolder(file: file, folder: folder)
    }
}

/// The absolute path with symbolic links resolved in the part of it that exists.
private func resolved(_ path: String) -> String {
    if let real = Disk.resolvedPath(of: path) { return real == "/" ? "" : real }
    var parts = path.split(separator: "/").map(String.init)
    guard let last = parts.popLast() else { return "" }
    let parent = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    return resolved(parent.isEmpty ? "." : parent) + "/" + last
}
