import Diagnostics

extension Rules {
    static let aboutTermUses: [any CheckedRule.Type] = [
        UnknownTerm.self,
        DuplicateTerm.self,
    ]
}

/// A case names an unknown term.
package struct UnknownTerm: TermRule {
    package static let id = "unknown-term"
    package static let guide = GuideEntry(
        meaning: "その名前の分野や機関などはありません。",
        remedy: "「もしかして」を見て直します。新しいものなら、ファイルを作って加えます。")
    package static let examples = [
        UnknownTerm(taxonomy: "分野", key: "category", name: "個性の把捏", folder: "categories", labels: ["個性の把握"]),
        UnknownTerm(taxonomy: "分野", key: "category", name: "送迎", folder: "categories", labels: ["個性の把握"]),
    ]

    let taxonomy: String
    package let key: String
    let name: String
    /// The folder with the files of the terms, if whoever reads the message can add one.
    let folder: String?
    var labels: [String]
    /// The list that is meant, if the name is one of several in a text.
    var list: [String] = []

    /// The largest number of a file's unknown names in a taxonomy for which similar labels are looked for.
    private static let comparedNames = 100

    /// For a problem that another check has found.
    package init(taxonomy: String, key: String, name: String, folder: String?, labels: [String]) {
        self.taxonomy = taxonomy
        self.key = key
        self.name = name
        self.folder = folder
        self.labels = labels
    }

    package var message: Message {
        let message = Message(ja: "\(taxonomy)「\(name)」はありません", en: "“\(key)” has no term “\(name)”")
        guard suggestions.isEmpty, let folder else { return message }
        return Message(
            ja: message.ja + "。新しいものなら、「\(folder)」フォルダーにファイルを作って加えてください",
            en: message.en + ": if it is a new one, add a file for it to the folder “\(folder)”")
    }

    package var allowed: [String] { suggestions.isEmpty && labels.count <= 30 ? labels : [] }

    package var suggestions: [String] { !list.isEmpty ? list : nearest(to: name, among: labels) }

    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() where terms[index].isComplete {
            // Every name is compared with all labels, so that only a limited number of a file's is.
            var rest = comparedNames
            for case .unknown(let name, let bytes) in uses {
                guard terms[index].hasAllNumbers || Int(name) == nil, !InvalidYAML.isBrokenList(name) else { continue }
                var problem = problem(name, schema.taxonomies[index], terms[index])
                if rest == 0 { problem.labels = [] } else { rest -= 1 }
                report.add(problem, in: file.text, bytes)
            }
            for case .partlyUnknown(let pieces, let bytes) in uses {
                let taxonomy = schema.taxonomies[index]
                let names = pieces.map { meant($0, among: terms[index].labels) }
                let value = file.record.value(taxonomy.key.value)
                let isCertain = taxonomy.isMultiple && !names.contains { $0 == nil }
                let list =
                    isCertain
                    ? WideListMarks.list(of: names.compactMap { $0 }, in: value, at: bytes.lowerBound, file.text).lines : []
                for piece in pieces {
                    guard case .unknown(let name) = piece.part else { continue }
                    var problem = problem(name, taxonomy, terms[index])
                    problem.list = list
                    report.add(problem, in: file.text, bytes)
                }
            }
        }
    }

    private static func problem(_ name: String, _ taxonomy: Schema.TaxonomyDefinition, _ terms: TermIndex) -> UnknownTerm {
        UnknownTerm(
            taxonomy: taxonomy.label.value, key: taxonomy.key.value, name: name, folder: taxonomy.folder.value,
            labels: terms.labels)
    }

    /// The term that a part of a text means: itself, or the nearest one.
    private static func meant(_ piece: TermList.Piece, among labels: [String]) -> String? {
        if case .known = piece.part { piece.text } else { nearest(to: piece.text, among: labels).first }
    }
}

/// A case names a term twice, also by different names.
struct DuplicateTerm: TermRule {
    static let id = "duplicate-term"
    static let guide = GuideEntry(
        meaning: "同じものが2回書いてあります。",
        remedy: "一つにします。別の名前で書いたものも、同じとみなします。")
    static let examples = [DuplicateTerm(taxonomy: "分野", key: "category", label: "就労情報提供")]

    let taxonomy: String
    let key: String
    let label: String

    var message: Message {
        Message(ja: "\(taxonomy)「\(label)」が2回書かれています", en: "“\(key)” names “\(label)” twice")
    }

    /// Whether two of a few uses are of one term, or there are too many to compare them all.
    private static func mayRepeat(_ uses: [TermUses.Use]) -> Bool {
        guard uses.count <= 16 else { return true }
        return uses.indices.contains { index in
            guard case .known(let term, _) = uses[index] else { return false }
            return uses[..<index].contains { if case .known(term, _) = $0 { true } else { false } }
        }
    }

    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report) {
        for (index, uses) in uses.all.enumerated() where mayRepeat(uses) {
            var first: [Int: Range<Int>] = [:]
            for case .known(let term, let bytes) in uses {
                guard let other = first[term] else {
                    first[term] = bytes
                    continue
                }
                let taxonomy = schema.taxonomies[index]
                let message = Message(ja: "1回目はここにあります", en: "The first one is here")
                report.add(
                    DuplicateTerm(
                        taxonomy: taxonomy.label.value, key: taxonomy.key.value, label: terms[index].labels[term]),
                    in: file.text, bytes, notes: [.init(message, in: file.text, other)])
            }
        }
    }
}
