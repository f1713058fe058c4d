import CasebookLoading

extension CaseForm {
    /// Whether a path is that of a text file of a casebook: `casebook.yml`, `readings.csv`, or a Markdown file in one of its folders.
    /// Hidden files, files in other folders and paths with `..` are none.
    ///
    /// - Parameters:
    ///   - location: The path relative to the content folder.
    ///   - form: The declarations of the casebook; nil if they cannot be read. Then no folder of terms is known.
    public static func isContent(_ location: String, form: CaseForm?) -> Bool {
        guard location.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F && $0 != "\\" }) else { return false }
        switch ContentLocation(location[...]) {
        case .settings, .readings: return true
        case .file(let folder, let name):
            return !name.isEmpty && ContentFile.Role.folders(of: form?.schema)[folder] != nil
        case .ignored, .misplaced: return false
        }
    }
}
