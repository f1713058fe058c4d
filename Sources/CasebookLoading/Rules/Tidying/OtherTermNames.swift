import Diagnostics

/// Finds terms that a case names by another name than their label. Asked only by fixing: every name of a term is valid.
package enum OtherTermNames {
    /// Reports the names, with the labels as their replacements.
    package static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() {
            let isInFlow = isFlowList(file.record.value(schema.taxonomies[index].key.value), in: file.text)
            for case .known(let term, let bytes) in uses {
                let label = terms[index].labels[term]
                guard let inner = textOnly(bytes, in: file.text), isPlain(label, inFlow: isInFlow),
                    !file.text.utf8[inner].elementsEqual(label.utf8),
                    // The range must be the name itself, and the label must lead to no other term.
                    terms[index].term(named: file.text.string(inner)) == term, terms[index].term(named: label) == term
                else { continue }
                report.add(Tidying.otherTermName(label: label), in: file.text, inner, replacement: label)
            }
        }
    }

    private static func isFlowList(_ value: FieldValue?, in text: SourceText) -> Bool {
        guard let start = value?.bytes.lowerBound, start < text.utf8.count else { return false }
        return text.utf8[start] == UInt8(ascii: "[")
    }

    /// The range inside quotation marks; nil for a value over several lines or with escapes.
    private static func textOnly(_ bytes: Range<Int>, in text: SourceText) -> Range<Int>? {
        let written = text.utf8[bytes]
        guard let first = written.first, !written.contains(0x0A), !written.contains(UInt8(ascii: "\\")) else { return nil }
        guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return bytes }
        let inner = bytes.lowerBound + 1..<max(bytes.lowerBound + 1, bytes.upperBound - 1)
        return text.utf8[inner].contains(first) ? nil : inner
    }

    /// Whether a label can be written without quotation marks, and inside them.
    private static func isPlain(_ label: String, inFlow: Bool) -> Bool {
        guard let first = label.utf8.first, !"-?:,[]{}#&*!|>'\"%@` ~".utf8.contains(first), label.utf8.last != 0x20,
            label != "null"
        else { return false }
        let marks = inFlow ? "\"'\\#:,[]{}" : "\"'\\#:"
        return !label.utf8.contains { $0 < 0x20 || marks.utf8.contains($0) }
    }
}
