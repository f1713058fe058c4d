/// Why nothing is made of a file.
public enum Misplacement: Sendable, Hashable {
    /// In a folder that is not one of these.
    case unknownFolder(name: String, folders: [String])
    /// Not in any folder.
    case topLevel
    /// In a folder inside one of the known ones.
    case nested
    /// Its name does not end in `.md`.
    case notMarkdown
    /// An image that is not in `images/`.
    case image
    /// A symbolic link, or something else that is neither a file nor a folder.
    case link
}
