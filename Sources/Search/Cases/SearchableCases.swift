import Basics
import CasebookModel

/// The cases that readers can search.
///
/// A case is identified by its index in the casebook, which does not change if another case is withdrawn.
///
/// It is a class, because each file with texts refers to it.
public final class SearchableCases: Sendable {
    let casebook: Casebook
    /// The indices of the searchable cases in `Casebook.cases`, ascending.
    let cases: [Int]
    /// For each index in `Casebook.cases`, whether the case is searchable.
    private let isSearchable: [Bool]
    /// The addresses of the scripts that the search only loads when a query needs them, below the root of the site.
    let scripts: [String]
    /// Returns a value of a declared field as readers see it.
    private let shown: @Sendable (TypedValue, FieldDefinition) -> String

    /// Creates the searchable cases of a casebook.
    ///
    /// - Parameters:
    ///   - casebook: The casebook with all cases.
    ///   - cases: The indices of the searchable cases, ascending. Withdrawn cases are not among them.
    ///   - scripts: The addresses of the scripts that the search only loads when a query needs them, below the root of the site: other
    ///     spellings, choices in filters, and further pages of results.
    ///   - shown: Returns a value of a declared field as readers see it.
    public init(
        _ casebook: Casebook, cases: [Int], scripts: [String] = [],
        shown: @escaping @Sendable (TypedValue, FieldDefinition) -> String = { value, _ in value.text(inJapanese: true) }
    ) {
        self.scripts = scripts
        self.shown = shown
        self.casebook = casebook
        self.cases = cases
        var isSearchable = [Bool](repeating: false, count: casebook.cases.count)
        for index in cases { isSearchable[index] = true }
        self.isSearchable = isSearchable
    }

    /// Returns the case at an index in the casebook, or nil if it is not searchable.
    func entry(_ index: Int) -> Case? {
        isSearchable[index] ? casebook.cases[index] : nil
    }

    /// Returns whether the case at an index is the same as before; nil if anything except the cases may have changed.
    public func unchangedCases(since previous: SearchableCases) -> ((Int) -> Bool)? {
        guard casebook.differsOnlyInCases(from: previous.casebook) else { return nil }
        return { [casebook, previous] index in
            index < previous.casebook.cases.count && casebook.cases[index] === previous.casebook.cases[index]
        }
    }

    /// Appends the text of a case's sections without their headings, one line per block.
    ///
    /// An empty line follows each section but the last one that has text, and is nowhere else. A missing section is empty. So readers'
    /// own lists can show the sections apart. After all sections follow the ``details(of:)``, if there are any, one line each.
    func appendBody(of entry: Case, to bytes: inout [UInt8]) {
        var position = 0
        for section in entry.sections {
            while position < section.definition {
                bytes.append(0x0A)
                bytes.append(0x0A)
                position += 1
            }
            let start = bytes.count
            entry.body.document.appendPlainText(blocks: section.blocks, to: &bytes)
            bytes.removeEmptyLines(from: start)
        }
        for detail in details(of: entry) {
            if position == casebook.sections.count { bytes.append(0x0A) }
            while position < casebook.sections.count {
                bytes.append(0x0A)
                bytes.append(0x0A)
                position += 1
            }
            bytes += Array(detail.text.utf8)
        }
    }

    /// Returns what pages show of a case besides its title, terms and sections: its summary, and the values of its declared fields.
    ///
    /// A summary says in other words what the sections say. In large collections it is left out, because with it a phone would load more
    /// than 45 kB for the first results of 10,000 cases, and the search would have more files than one for two cases.
    func details(of entry: Case) -> [CaseDetail] {
        let summary = cases.count <= SearchFiles.smallSize ? entry.summary.map { CaseDetail(kind: .summary, text: $0) } : nil
        guard !casebook.fields.isEmpty else { return summary.map { [$0] } ?? [] }
        let values = zip(casebook.fields, entry.values).compactMap { field, value -> CaseDetail? in
            guard let value, field.place != .data else { return nil }
            let kind: CaseDetail.Kind = field.place == .card ? .onCards(field.label) : .onPage(field.label)
            return CaseDetail(kind: kind, text: shown(value, field))
        }
        return (summary.map { [$0] } ?? []) + values
    }

    /// The characters in the texts of the cases that are searched in another form, and that form. O(length of all texts).
    var forms: [UInt32: UInt32] {
        var text = SearchText()
        var body: [UInt8] = []
        for index in cases {
            body.removeAll(keepingCapacity: true)
            appendBody(of: casebook.cases[index], to: &body)
            text.removeAll()
            text.append(casebook.cases[index].title)
            body.withUnsafeBufferPointer { text.append($0) }
        }
        return text.forms
    }
}

/// A text that pages show of a case besides its title, terms and sections. It is one line.
struct CaseDetail: Sendable, Hashable {
    /// What the text is, with the label of a field.
    enum Kind: Sendable, Hashable {
        case summary
        /// The value of a field that cards in lists show too.
        case onCards(String)
        case onPage(String)
    }

    let kind: Kind
    let text: String

    init(kind: Kind, text: String) {
        self.kind = kind
        self.text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension [UInt8] {
    /// Removes the empty lines after a position. Only code has some.
    fileprivate mutating func removeEmptyLines(from start: Int) {
        let first = withUnsafeBufferPointer { $0.firstIndex(from: start) { $0.matches(0x0A) .& $1.matches(0x0A) } }
        guard first < count else { return }
        let rest = Array(self[first...])
        removeLast(rest.count)
        for byte in rest where byte != 0x0A || last != 0x0A { append(byte) }
    }
}
