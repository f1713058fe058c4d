/// All files with which a browser searches a collection without a server: a root, and others that it names by their content.
///
/// A collection of up to ``smallSize`` cases has its texts in one file, which the browser looks through. For a larger one there
/// is an index.
public struct SearchFiles: Sendable {
    /// Up to how many cases looking through all texts takes fewer bytes than an index.
    public static let smallSize = 200

    /// The file that names the others; the only one whose name stays as its content changes.
    public let root: [UInt8]
    /// Sorted by name, each once.
    public let files: [SearchFile]

    /// Makes the files of a collection. The same on any number of threads.
    ///
    /// - Parameters:
    ///   - jobs: How many threads to use.
    ///   - name: Gives a file's name, without folder and ending, by what it holds.
    public init(_ collection: SearchableCollection, jobs: Int, name: @Sendable ([UInt8]) -> String) {
        let texts = [TextFile.bytes(of: collection, cases: collection.cases[...])]
        var files = texts.map { SearchFile(name: name($0), bytes: $0) }
        root = RootFile.bytes(of: collection, texts: files.map(\.name))
        files.sort { $0.name < $1.name }
        self.files = files
    }
}
