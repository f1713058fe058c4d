/// A file that a build is to write, or that an earlier one wrote.
struct OutputFile: Sendable {
    /// Below the output folder.
    let path: String
    /// The number of its folder in the survey.
    let folder: Int
    let name: String
    /// Whether this build writes it.
    let isWanted: Bool
    /// Its number in the manifest of the earlier build; nil where that does not name it.
    let entry: Int?
    /// What the earlier build wrote; nil where it wrote nothing, or did not come to its end.
    let known: UInt64?
    /// How it stands there; nil where it does not.
    var status: FileStatus?
}
