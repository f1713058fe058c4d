import Diagnostics

/// The terms of a case as it names them.
package struct TermUses: Sendable {
    /// A term as a case names it.
    package enum Use: Sendable {
        case known(Int, bytes: Range<Int>)
        case unknown(String, bytes: Range<Int>)
        /// Several terms with commas of Japanese text between them.
        case joined([Int], bytes: Range<Int>)
    }

    /// For each taxonomy what the case names.
    package let all: [[Use]]

    /// Looks up what a case names, in the terms of each taxonomy.
    package init(_ file: ParsedFile, schema: Schema, terms: [TermIndex]) {
        all = terms.indices.map { index in
            Self.uses(file.record.value(schema.taxonomies[index].key.value), terms[index], in: file.text)
        }
    }

    /// What a value names: a text, or each text of a list.
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

    /// The terms between commas, when every part names one.
    private static func joined(_ text: FieldText, _ names: TermIndex, in source: SourceText) -> [Int]? {
        guard text.mended == nil else { return nil }
        let parts = WideList.split(text.content, in: source)
        guard parts.count > 1 else { return nil }
        let terms = parts.compactMap { names.term(named: FieldText(bytes: $0), in: source) }
        return terms.count == parts.count ? terms : nil
    }

    /// The indices of the terms of a taxonomy, in its order.
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
