import Diagnostics

/// Several terms are a list, not one text with commas.
enum JoinedTermsChecker: TermChecker {
    static func check(_ file: ContentFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() {
            for case .joined(_, let bytes) in uses {
                let taxonomy = schema.taxonomies[index]
                guard taxonomy.isMultiple else {
                    report.tell(.tooManyValues(key: taxonomy.key.value), in: file.text, bytes)
                    continue
                }
                let names = WideList.split(bytes, in: file.text).map { file.text.string($0) }.joined(separator: ", ")
                let isAlone = file.record.value(taxonomy.key.value)?.text != nil
                let value = file.record.value(taxonomy.key.value)?.bytes.lowerBound ?? 0
                let isFlow = value < file.text.utf8.count && file.text.utf8[value] == 0x5B
                report.tell(
                    .wideListMarks, in: file.text, bytes, replacement: isAlone ? "[\(names)]" : isFlow ? names : nil)
            }
        }
    }
}
