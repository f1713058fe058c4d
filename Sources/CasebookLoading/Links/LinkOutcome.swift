import CasebookModel

/// Where a link leads, or why it leads nowhere.
package enum LinkOutcome: Sendable {
    /// To another host, or to a file that has a problem of its own: nothing to say.
    case elsewhere
    case target(LinkTarget)
    /// No such file; the nearest as they would be written here, and the one that was meant where that is certain.
    case deadLink(near: [String], meant: String?)
    /// The file is there, the anchor is not.
    case deadAnchor(String, near: [String], meant: String?)
    case deadImage(near: [String], meant: String?)
    case outside
    /// To a draft that is left out, by its file's index.
    case draft(Int)
}
