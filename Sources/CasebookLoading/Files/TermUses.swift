import Diagnostics

/// The terms that a case names.
package struct TermUses: Sendable {
    /// A name in a case, and the term or terms it refers to.
    package enum Use: Sendable {
        case known(Int, bytes: Range<Int>)
        case unknown(String, bytes: Range<Int>)
        /// Several terms separated by Japanese commas.
        case joined([Int], bytes: Range<Int>)
    }

    /// For each taxonomy, the names in the case.
    package let all: [[Use]]

    /// Looks up the names in a case among the terms of each taxonomy.
    package init(_ file: ParsedFile, schema: Schema, terms: [TermIndex]) {
        all = terms.indices.map { index in
            Self.uses(file.record.value(schema.taxonomies[index].key.value), terms[index], in: file.text)
        }
    }

    /// Returns the names in a value: a text, or each text of a list.
    private static func uses(_ value: FieldValue?, _ names: TermIndex, in source: SourceText) -> [Use] {
        switch value {
        case .text(let text) where !text.isEmpty: return [use(text, names, in: source)]
        case .list(let items, _):
            var uses: [Use] = []
            uses.reserveCapacity(items.count)
            for case .text(let text) in items where !text.isEmpty { uses.append(use(text, names, in: source)) }
            return uses
        default: return []
        }
    }

    private static func use(_ text: FieldText, _ names: TermIndex, in source: SourceText) -> Use {
        if let term = names.term(named: text, in: source) { return .known(term, bytes: text.bytes) }
        if let terms = joined(text, names, in: source) { return .joined(terms, bytes: text.bytes) }
        return .unknown(text.string(in: source), bytes: text.bytes)
    }

    /// Returns the terms between commas if every part names one.
    private static func joined(_ text: FieldText, _ names: TermIndex, in source: SourceText) -> [Int]? {
        guard text.corrected == nil else { return nil }
        let parts = WideList.split(text.content, in: source)
        guard parts.count > 1 else { return nil }
        let terms = parts.compactMap { names.term(named: FieldText(bytes: $0), in: source) }
        return terms.count == parts.count ? terms : nil
    }

    /// Returns the terms of a taxonomy that the case has, in the order of the taxonomy.
    package func indices(_ taxonomy: Int) -> [Int] {
        var indices: [Int] = []
        indices.reserveCapacity(all[taxonomy].count)
        for use in all[taxonomy] {
            switch use {
            case .known(let term, _): indices.append(term)
            case .joined(let terms, _): indices += terms
            case .unknown: break
            }
        }
        indices.sort()
        return indices
    }
}
