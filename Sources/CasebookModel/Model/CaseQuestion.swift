/// A question about a case for the people who send it in: on the page of the site, and in the issue form.
///
/// What only editors decide, such as the status and the dates, is no question.
package struct CaseQuestion: Sendable, Hashable {
    /// What the answer is for.
    package enum Subject: Sendable, Hashable {
        case title
        /// Terms of the taxonomy at an index.
        case terms(Int)
        /// The text of the section at an index.
        case section(Int)
        /// The value of the declared field at an index.
        case field(Int)
        case summary
    }

    /// What a question takes from a taxonomy.
    package struct TermsDefinition: Sendable {
        let key: String
        let label: String
        let hint: String?
        let isRequired: Bool

        /// Creates the definition of a taxonomy's question.
        package init(key: String, label: String, hint: String?, isRequired: Bool) {
            self.key = key
            self.label = label
            self.hint = hint
            self.isRequired = isRequired
        }
    }

    package let subject: Subject
    /// The key in front matter, or the id of the section.
    package let key: String
    /// The name that `casebook.yml` gives it; nil for the title and the summary, which every casebook has.
    package let label: String?
    /// What to write, if `casebook.yml` says so.
    package let hint: String?
    package let isRequired: Bool

    /// Returns the questions in the order in which they are asked.
    ///
    /// A document can only be added by editors, so its field is a question only if every case needs one.
    ///
    /// - Parameters:
    ///   - taxonomies: All taxonomies.
    ///   - order: The indices of the taxonomies in the order in which they are asked.
    ///   - sections: The sections of a case.
    ///   - fields: The declared fields.
    package static func all(
        taxonomies: [TermsDefinition], order: [Int], sections: [SectionDefinition], fields: [FieldDefinition]
    ) -> [CaseQuestion] {
        let title = CaseQuestion(subject: .title, key: "title", label: nil, hint: nil, isRequired: true)
        let summary = CaseQuestion(subject: .summary, key: "summary", label: nil, hint: nil, isRequired: false)
        let terms = order.map { index in
            let taxonomy = taxonomies[index]
            return CaseQuestion(
                subject: .terms(index), key: taxonomy.key, label: taxonomy.label, hint: taxonomy.hint,
                isRequired: taxonomy.isRequired)
        }
        let texts = sections.enumerated().map { index, section in
            CaseQuestion(
                subject: .section(index), key: section.id, label: section.heading, hint: section.hint,
                isRequired: section.isRequired)
        }
        let values = fields.enumerated().filter { $1.kind != .file || $1.isRequired }.map { index, field in
            CaseQuestion(
                subject: .field(index), key: field.key, label: field.label, hint: field.hint, isRequired: field.isRequired)
        }
        return [title] + terms + texts + values + [summary]
    }

    /// The order in which taxonomies are asked: the primary one, the secondary one, then the others.
    package static func order(primary: Int?, secondary: Int?, count: Int) -> [Int] {
        let first = [primary, secondary].compactMap { $0 }
        return first + (0..<count).filter { !first.contains($0) }
    }

    /// The word that starts the heading of a column that is not published.
    package static let hiddenMark = "非公開"
    /// The same in other languages; a sign follows it.
    package static let englishHiddenMark = "private"
    /// The end of the heading of a section whose lines that start with `- ` are items of lists.
    package static let listsMark = "（箇条書き）"
    /// The same in other languages.
    package static let englishListsMark = " (lists)"
}

extension Casebook {
    /// The questions for the people who send a case in.
    package var questions: [CaseQuestion] {
        CaseQuestion.all(
            taxonomies: taxonomies.map {
                .init(key: $0.key, label: $0.label, hint: $0.description, isRequired: $0.isRequired)
            },
            order: CaseQuestion.order(primary: settings.primary, secondary: settings.secondary, count: taxonomies.count),
            sections: sections, fields: fields)
    }
}
