/// A file of the search index that is named by what it holds.
public struct SearchFile: Sendable {
    /// Without folder and ending.
    public let name: String
    public let bytes: [UInt8]
}
