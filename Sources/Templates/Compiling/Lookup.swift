/// A name to look up, as numbers: the first part walks the stack, the others lead on from what it found.
struct Lookup: BitwiseCopyable, Hashable {
    /// The number of the first part; -1 is `.`, the top of the stack itself.
    let first: Int32
    /// Where the other parts are in the program's parts.
    let restStart: Int32
    let restCount: Int32

    static let top = Lookup(first: -1, restStart: 0, restCount: 0)
}
