import Diagnostics

/// A rule about the form of one file's front matter, which does not depend on `casebook.yml`.
///
/// Files are checked on several threads at a time.
package protocol FormRule: Rule {
    /// Reports where a file breaks the rule.
    static func check(_ file: ParsedFile, report: inout Report)
}

/// A rule about one file and what `casebook.yml` declares. Files are checked on several threads at a time.
package protocol FileRule: Rule {
    /// Reports where a file breaks the rule.
    static func check(_ file: ParsedFile, schema: Schema, report: inout Report)
}

/// A rule about the terms that a case names. Cases are checked on several threads at a time.
package protocol TermRule: Rule {
    /// Reports where a case breaks the rule.
    ///
    /// - Parameters:
    ///   - uses: The terms that the case names.
    ///   - terms: All terms of each taxonomy.
    static func check(_ file: ParsedFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report)
}

/// A rule about the files to which a file refers. Files are checked on several threads at a time.
package protocol ReferenceRule: Rule {
    /// Reports where a file breaks the rule.
    ///
    /// - Parameters:
    ///   - references: What the links of the file lead to.
    ///   - content: All files.
    static func check(_ file: ContentFile, references: References, content: ContentFiles, report: inout Report)
}

/// A rule about the content as a whole.
package protocol ContentRule: Rule {
    /// Reports where the content breaks the rule. Linear in the number of files.
    static func check(_ content: ContentFiles, report: inout Report)
}

/// A rule about `casebook.yml`, beyond its keys and the kinds of their values.
package protocol SettingsRule: Rule {
    /// Reports where the settings break the rule.
    static func check(_ schema: Schema, report: inout Report)
}
