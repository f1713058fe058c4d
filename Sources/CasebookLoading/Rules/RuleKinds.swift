import Diagnostics

/// A rule about the form of one file's front matter, which does not depend on `casebook.yml`.
///
/// Files are checked on several threads at a time.
protocol FormRule: CheckedRule {
    /// Reports where a file breaks the rule.
    static func check(_ file: ParsedFile, report: inout Report)
}

/// A rule about one file and what `casebook.yml` declares. Files are checked on several threads at a time.
protocol FileRule: CheckedRule {
    /// Reports where a file breaks the rule.
    static func check(_ file: ParsedFile, schema: Schema, report: inout Report)
}

/// A rule about values of some forms, of which the rule of their key says what they may be (``ValueRule``).
protocol ValueFormRule: FileRule {
    /// The forms of the values.
    static var forms: Field.Forms { get }

    /// Returns what is wrong with a value that the rule of its key does not accept, or that only settings have; nil for nothing.
    static func problem(with value: String, of field: Field, schema: Schema) -> Self?

    /// The value that is meant; nil if that is not certain.
    var meant: String? { get }
}

extension ValueFormRule {
    static func check(_ file: ParsedFile, schema: Schema, report: inout Report) {
        for (text, field) in file.texts(forms) {
            let value = text.string(in: file.text)
            guard !field.rule.accepts(value), let problem = problem(with: value, of: field, schema: schema) else { continue }
            report.add(problem, in: file.text, text.bytes, replacement: problem.meant)
        }
    }
}

/// A rule about the terms that a case names. Cases are checked on several threads at a time.
protocol TermRule: CheckedRule {
    /// Reports where a case breaks the rule.
    ///
    /// - Parameters:
    ///   - file: The case.
    ///   - uses: The terms that the case names.
    ///   - terms: All terms of each taxonomy.
    ///   - schema: What `casebook.yml` declares.
    ///   - report: Gets what is found.
    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report)
}

/// A rule about the files to which a file refers. Files are checked on several threads at a time.
protocol ReferenceRule: CheckedRule {
    /// Reports where a file breaks the rule.
    ///
    /// - Parameters:
    ///   - file: The file.
    ///   - references: What the links of the file lead to.
    ///   - content: All files.
    ///   - report: Gets what is found.
    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report)
}

/// A rule about the content as a whole.
protocol ContentRule: CheckedRule {
    /// Reports where the content breaks the rule. Linear in the number of files.
    static func check(_ content: ContentFiles, report: inout Report)
}

/// A rule about `casebook.yml`, beyond its keys and the kinds of their values.
protocol SettingsRule: CheckedRule {
    /// Reports where the settings break the rule.
    static func check(_ schema: Schema, report: inout Report)
}

/// A rule about `readings.csv`.
protocol ReadingRule: CheckedRule {
    /// Reports where the list breaks the rule.
    static func check(_ list: ReadingList, report: inout Report)
}

/// A rule with a check. Rules without one are found elsewhere: by the decoder, for example.
protocol CheckedRule: Rule {
    /// Adds the rule to the lists of the kinds that it is of.
    ///
    /// The kinds have implementations. A rule of two kinds has its own, which adds it to two lists. This is faster at the start
    /// of the program than to ask each type which protocols it conforms to.
    static func add(to lists: inout RuleLists)
}

/// The rules by what they look at.
struct RuleLists: Sendable {
    var ofForm: [any FormRule.Type] = []
    var ofFiles: [any FileRule.Type] = []
    var ofTerms: [any TermRule.Type] = []
    var ofReferences: [any ReferenceRule.Type] = []
    var ofContent: [any ContentRule.Type] = []
    var ofSettings: [any SettingsRule.Type] = []
    var ofReadings: [any ReadingRule.Type] = []

    /// Sorts rules by what they look at.
    ///
    /// - Parameter rules: All rules that have checks.
    init(_ rules: [any CheckedRule.Type]) {
        for rule in rules { rule.add(to: &self) }
    }
}

extension FormRule {
    static func add(to lists: inout RuleLists) { lists.ofForm.append(self) }
}

extension FileRule {
    static func add(to lists: inout RuleLists) { lists.ofFiles.append(self) }
}

extension TermRule {
    static func add(to lists: inout RuleLists) { lists.ofTerms.append(self) }
}

extension ReferenceRule {
    static func add(to lists: inout RuleLists) { lists.ofReferences.append(self) }
}

extension ContentRule {
    static func add(to lists: inout RuleLists) { lists.ofContent.append(self) }
}

extension SettingsRule {
    static func add(to lists: inout RuleLists) { lists.ofSettings.append(self) }
}

extension ReadingRule {
    static func add(to lists: inout RuleLists) { lists.ofReadings.append(self) }
}
