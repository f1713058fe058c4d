import Diagnostics

/// The terms that a case names.
package struct TermUses: Sendable {
    /// A name in a case, and the term or terms it refers to.
    package enum Use: Sendable {
        case known(Int, bytes: Range<Int>)
        case unknown(String, bytes: Range<Int>)
        /// Several terms in one text, each as it is written.
        case joined([Int], names: [String], bytes: Range<Int>)
        /// Several names in one text, of which at least one is a term and at least one is none.
        case partlyUnknown([TermList.Piece], bytes: Range<Int>)
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
        let written = text.string(in: source)
        let pieces = TermList.pieces(of: written) { names.term(named: $0) }
        let terms = pieces.compactMap { if case .known(let term) = $0.part { term } else { nil } }
        guard pieces.count > 1, !terms.isEmpty else { return .unknown(written, bytes: text.bytes) }
        guard terms.count == pieces.count else { return .partlyUnknown(pieces, bytes: text.bytes) }
        return .joined(terms, names: pieces.map(\.text), bytes: text.bytes)
    }

    /// Returns the terms of a taxonomy that the case has, in the order of the taxonomy.
    package func indices(_ taxonomy: Int) -> [Int] {
        var indices: [Int] = []
        indices.reserveCapacity(all[taxonomy].count)
        for use in all[taxonomy] {
            switch use {
            case .known(let term, _): indices.append(term)
            case .joined(let terms, _, _): indices += terms
            case .unknown, .partlyUnknown: break
            }
        }
        indices.sort()
        return indices
    }
}
