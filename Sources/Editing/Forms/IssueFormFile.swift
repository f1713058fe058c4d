import Authoring
import Publishing

/// The issue form for the repository that a content folder is in: `.github/ISSUE_TEMPLATE/case.yml` next to the content folder.
public enum IssueFormFile {
    /// Writes the form, unless the file holds it already.
    ///
    /// - Returns: The path of the file.
    /// - Throws: `ownFile` if there is a file that this did not write; any error of reading and writing.
    public static func write(_ form: IssueForm, content: String) throws(PublishingError) -> String {
        let target = try OpenFolder(parent(of: content)).makeFolder(".github").makeFolder("ISSUE_TEMPLATE")
        let name = "case.yml"
        let bytes = Array(form.text.utf8)
        let old = try target.read(name)
        if let old, old != bytes, !old.starts(with: Array(IssueForm.mark.utf8)) {
            throw .ownFile(path: target.displayPath(of: name))
        }
        if old != bytes { try target.write(bytes, to: name, by: Disk.temporaryName(for: ".\(name)")) }
        return target.displayPath(of: name)
    }

    /// The folder that a folder is in.
    private static func parent(of path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if [".", ".."].contains(parts.last) { return path + "/.." }
        return parts.count == 1 ? "." : parts.count == 2 && path.hasPrefix("/") ? "/" : parts.dropLast().joined(separator: "/")
    }
}
