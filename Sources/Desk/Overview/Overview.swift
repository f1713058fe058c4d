import Basics
import CasebookLoading
import CasebookModel
import Diagnostics

/// All files of a casebook with their problems, for one state of the content and one day.
package struct Overview: Sendable {
    /// A case in the list of cases.
    package struct Row: Sendable {
        /// The name of the file without `.md`.
        package let name: String
        package let title: String
        /// Nil for a file that is not text.
        package let status: Case.Status?
        /// For each taxonomy, the indices of its terms.
        package let terms: [[Int]]
        package let published: CalendarDate?
        package let updated: CalendarDate?
        package let reviewBy: CalendarDate?
        package let errors: Int
        package let warnings: Int
        package let isOverdue: Bool

        /// The groups in which cases need attention, the most urgent one first.
        package var attention: Attention {
            if errors > 0 { return .errors }
            if status == .draft { return .drafts }
            if isOverdue { return .overdue }
            return warnings > 0 ? .warnings : .none
        }

        /// The day of the last change, otherwise that of publication.
        var latest: CalendarDate? { updated ?? published }
    }

    /// Why a case needs attention.
    package enum Attention: Int, Sendable, CaseIterable, Comparable {
        case errors, drafts, overdue, warnings, none

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// A file that is no case.
    package struct OtherFile: Sendable {
        package let location: String
        package let title: String
        package let problems: [Diagnostic]
        /// How many cases use a term; nil for other files.
        package let uses: Int?
    }

    /// Other files of one kind.
    package struct Group: Sendable {
        package let kind: ListedFile.Kind
        package let folder: String
        /// The label of the taxonomy; nil for other kinds.
        package let label: String?
        package let files: [OtherFile]
    }

    /// The cases, in the order of their names.
    package let rows: [Row]
    /// Terms by taxonomy, each in its order, the glossary and the pages.
    package let groups: [Group]
    /// The problems of `casebook.yml`, and of files that belong to no group.
    package let settingsProblems: [Diagnostic]
    /// How many cases need attention for each reason. A case can have several.
    package let counts: [Attention: Int]
    /// For each taxonomy, its label and the labels of its terms.
    package let taxonomies: [(label: String, terms: [String])]
    /// The indices of the taxonomies by which the list can be filtered: the primary and the secondary one.
    package let filtered: [Int]
    /// For each case, what a search looks in.
    private let texts: [String]

    /// - Parameters:
    ///   - content: The content as it was last read.
    ///   - diagnostics: All problems of the content.
    ///   - today: The day of the list; nil if it is not known.
    package init(_ content: ContentFiles, diagnostics: [Diagnostic], today: CalendarDate?) {
        var problems = Dictionary(grouping: diagnostics, by: \.path)
        let root = content.root
        func taken(_ location: String) -> [Diagnostic] { problems.removeValue(forKey: "\(root)/\(location)") ?? [] }
        let advisesReview = content.advises("review-due")
        var rows: [Row] = []
        var others: [ListedFile.Kind: [OtherFile]] = [:]
        let listed = content.listed
        let uses = Self.uses(listed, of: content)
        for file in listed {
            let found = taken(file.location)
            guard let facts = file.facts else {
                var count: Int?
                if case .term(let taxonomy) = file.kind, let position = content.terms[taxonomy].position(ofFile: file.location)
                {
                    count = uses[taxonomy][position]
                }
                others[file.kind, default: []].append(
                    OtherFile(location: file.location, title: file.title, problems: found, uses: count))
                continue
            }
            let errors = found.filter { $0.severity == .error }.problemCount
            let isOverdue = advisesReview && facts.status == .published && Self.isDue(file.reviewBy, today)
            rows.append(
                Row(
                    name: file.name, title: facts.title.isEmpty ? file.name : facts.title, status: facts.status,
                    terms: facts.terms, published: facts.published, updated: facts.updated, reviewBy: file.reviewBy,
                    errors: errors, warnings: found.problemCount - errors, isOverdue: isOverdue))
        }
        for location in content.unreadable where location.hasPrefix("cases/") {
            let name = String(location.dropFirst("cases/".count).dropLast(".md".count))
            rows.append(
                Row(
                    name: name, title: name, status: nil, terms: [], published: nil, updated: nil, reviewBy: nil,
                    errors: max(1, taken(location).problemCount), warnings: 0, isOverdue: false))
        }
        rows.sort { $0.name < $1.name }
        self.rows = rows
        texts = rows.map { foldedName($0.name) + "\n" + foldedName($0.title) }
        var counts: [Attention: Int] = [:]
        for row in rows {
            if row.errors > 0 { counts[.errors, default: 0] += 1 }
            if row.status == .draft { counts[.drafts, default: 0] += 1 }
            if row.isOverdue { counts[.overdue, default: 0] += 1 }
            if row.warnings > 0 { counts[.warnings, default: 0] += 1 }
        }
        self.counts = counts
        taxonomies = zip(content.schema.taxonomies, content.terms).map { ($0.label.value, $1.labels) }
        filtered = ["primary", "secondary"].compactMap { key in
            content.schema.record.located(key, in: content.schema.source).flatMap { content.schema.taxonomy(folder: $0.value) }
        }
        let folders = content.schema.taxonomies.map(\.folder.value) + ["easy", "glossary", "pages"]
        let kinds = content.schema.taxonomies.indices.map(ListedFile.Kind.term) + [.easyText, .glossary, .page]
        groups = zip(kinds, folders).map { kind, folder in
            var (files, label) = (others[kind] ?? [], String?.none)
            if case .term(let index) = kind {
                label = content.schema.taxonomies[index].label.value
                let terms = content.terms[index]
                files.sort {
                    (terms.position(ofFile: $0.location) ?? Int.max, $0.location)
                        < (terms.position(ofFile: $1.location) ?? Int.max, $1.location)
                }
            }
            // Files that are not text can be opened if their encoding is certain.
            files += content.unreadable.filter { $0.hasPrefix(folder + "/") }.sorted().map {
                OtherFile(location: $0, title: String($0.dropFirst(folder.count + 1)), problems: taken($0), uses: nil)
            }
            return Group(kind: kind, folder: folder, label: label, files: files)
        }
        settingsProblems = problems.values.flatMap { $0 }.sorted()
    }

    /// For each taxonomy, how many cases use each of its terms.
    private static func uses(_ listed: [ListedFile], of content: ContentFiles) -> [[Int]] {
        var uses = content.terms.map { [Int](repeating: 0, count: $0.labels.count) }
        for case let facts? in listed.lazy.map(\.facts) {
            for (taxonomy, terms) in facts.terms.enumerated() where taxonomy < uses.count {
                for term in terms where term < uses[taxonomy].count { uses[taxonomy][term] += 1 }
            }
        }
        return uses
    }

    private static func isDue(_ day: CalendarDate?, _ today: CalendarDate?) -> Bool {
        guard let day, let today else { return false }
        return day <= today
    }

    /// What of the list is asked for.
    package struct Query: Sendable, Equatable {
        /// The orders of the list, the usual one first.
        package enum Order: String, Sendable, CaseIterable { case attention, number, title, date, problems }

        package var words = ""
        package var status: Case.Status?
        package var attention: Attention?
        /// For each taxonomy that is filtered by, the index of a term.
        package var terms: [Int: Int] = [:]
        package var order = Order.attention

        package init() {}
    }

    /// The cases that a query asks for, as indices of ``rows``, in its order. O(n log n).
    package func rows(for query: Query) -> [Int] {
        let words = query.words.split(whereSeparator: \.isWhitespace).map { foldedName(String($0)) }
        let found = rows.indices.filter { index in
            let row = rows[index]
            if let status = query.status, row.status != status { return false }
            switch query.attention {
            case .errors where row.errors == 0, .drafts where row.status != .draft, .overdue where !row.isOverdue,
                .warnings where row.warnings == 0:
                return false
            default: break
            }
            for (taxonomy, term) in query.terms {
                guard row.terms.indices.contains(taxonomy), row.terms[taxonomy].contains(term) else { return false }
            }
            return words.allSatisfy { texts[index].contains($0) }
        }
        switch query.order {
        case .number: return found
        case .attention: return stable(found) { ($0.attention.rawValue, 0) }
        case .problems: return stable(found) { (-$0.errors, -$0.warnings) }
        case .title: return found.sorted { (rows[$0].title, $0) < (rows[$1].title, $1) }
        case .date:
            // Newest first; cases without a date last.
            return stable(found) { row in
                (row.latest.map { -($0.year * 10_000 + $0.month * 100 + $0.day) } ?? 0, 0)
            }
        }
    }

    private func stable(_ found: [Int], _ key: (Row) -> (Int, Int)) -> [Int] {
        found.map { (key: key(rows[$0]), index: $0) }.sorted { left, right in
            (left.key.0, left.key.1, left.index) < (right.key.0, right.key.1, right.index)
        }.map(\.index)
    }
}
