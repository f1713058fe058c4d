import Diagnostics

/// A case names no term twice, by whatever names.
enum DuplicateTermChecker: TermChecker {
    /// Whether two of a few uses are of one term, or there are too many to compare them all.
    private static func mayRepeat(_ uses: [TermUses.Use]) -> Bool {
        guard uses.count <= 16 else { return true }
        return uses.indices.contains { index in
            guard case .known(let term, _) = uses[index] else { return false }
            return uses[..<index].contains { if case .known(term, _) = $0 { true } else { false } }
        }
    }

    static func check(_ file: ContentFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() where mayRepeat(uses) {
            var first: [Int: Range<Int>] = [:]
            for case .known(let term, let bytes) in uses {
                guard let other = first[term] else {
                    first[term] = bytes
                    continue
                }
                let taxonomy = schema.taxonomies[index]
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.tell(
                    .duplicateTerm(
                        taxonomy: taxonomy.label.value, key: taxonomy.key.value, label: terms[index].labels[term]),
                    in: file.text, bytes, notes: [.init(message, in: file.text, other)])
            }
        }
    }
}
