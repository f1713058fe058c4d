/// What a site is built from.
///
/// Whatever decides that work can be skipped has to look at every case: the stamp of the sources before they are read
/// (``SourceFolders/stamp``) and the hashes of the sources after that (``BuildInputs``). The tests change one case after another.
package enum SiteInput: CaseIterable, Sendable {
    /// The texts of the content folder.
    case texts
    /// The image files of the content folder.
    case images
    /// The symbolic links in the content folder, which are reported.
    case links
    /// The template folder.
    case templates
    /// The option `--base-url`.
    case baseURL
    /// The option `--drafts`.
    case drafts
    /// The version of the program.
    case program
}
