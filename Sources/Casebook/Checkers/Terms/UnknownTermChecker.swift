import Diagnostics

/// A case names terms that there are.
enum UnknownTermChecker: ReferenceChecker {
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report) {
        for (index, uses) in references.terms.enumerated() where collection.terms[index].isComplete {
            for case .unknown(let name, let bytes) in uses {
                guard collection.terms[index].hasAllNumbers || Int(name) == nil else { continue }
                let taxonomy = collection.schema.taxonomies[index]
                let problem = CasebookProblem.unknownTerm(
                    taxonomy: taxonomy.label.value, key: taxonomy.key.value, name: name,
                    labels: collection.terms[index].labels)
                report.tell(problem, in: file.text, bytes)
            }
        }
    }
}
