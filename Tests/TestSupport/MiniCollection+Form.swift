@testable import CasebookModel
@testable import Authoring
import Diagnostics

extension MiniCollection {
    /// What new cases can hold, and what stands in the way of that.
    package func readForm() -> (form: CaseForm?, diagnostics: [Diagnostic]) {
        let sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: "content/\($0.key)", bytes: $0.value) }
        return CaseForm.read(paths: sources.map(\.path), root: "content", readsTitles: true) { sources[$0].bytes }
    }
}
