import Diagnostics

/// A case names terms that there are.
enum UnknownTermChecker: TermChecker {
    static func check(_ file: ContentFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() where terms[index].isComplete {
            for case .unknown(let name, let bytes) in uses {
                guard terms[index].hasAllNumbers || Int(name) == nil else { continue }
                let taxonomy = schema.taxonomies[index]
                let problem = CasebookProblem.unknownTerm(
                    taxonomy: taxonomy.label.value, key: taxonomy.key.value, name: name,
                    labels: terms[index].labels)
                report.tell(problem, in: file.text, bytes)
            }
        }
    }
}
