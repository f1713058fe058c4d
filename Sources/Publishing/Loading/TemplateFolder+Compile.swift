import CasebookModel
import CasebookLoading
import Diagnostics
import Templates

extension TemplateFolder {
    /// Decodes and compiles the templates.
    public func compile() -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        let (layoutTexts, layoutProblems) = Self.decode(layouts)
        let (partialTexts, partialProblems) = Self.decode(partials)
        let (library, problems) = TemplateLibrary.compile(layouts: layoutTexts, partials: partialTexts)
        return (library, layoutProblems + partialProblems + problems)
    }

    private static func decode(
        _ files: [(name: String, file: SourceFile)]
    ) -> (texts: [(name: String, text: SourceText)], diagnostics: [Diagnostic]) {
        var texts: [(name: String, text: SourceText)] = []
        var diagnostics: [Diagnostic] = []
        for (name, file) in files {
            let (text, problems) = SourceDecoder.decode(file)
            diagnostics += problems
            if let text { texts.append((name, text)) }
        }
        return (texts, diagnostics)
    }
}
