import Diagnostics

/// A rule that looks at one file and the schema. Files are checked on several threads at a time.
protocol FileChecker: Sendable {
    /// Tells what breaks the rule in a file.
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report)
}

/// A rule on the terms that a case names. Cases are checked on several threads at a time.
protocol TermChecker: Sendable {
    /// Tells what breaks the rule in a case, by what it names and the terms of each taxonomy.
    static func check(_ file: ContentFile, uses: TermUses, terms: [TermIndex], schema: Schema, report: inout Report)
}

/// A rule that looks at one file and all the others. Files are checked on several threads at a time.
protocol ReferenceChecker: Sendable {
    /// Tells what breaks the rule in a file whose links have been looked up.
    static func check(_ file: ContentFile, references: References, collection: Collection, report: inout Report)
}

/// A rule about the whole.
protocol CollectionChecker: Sendable {
    /// Tells what breaks the rule anywhere. Linear in the number of files.
    static func check(_ collection: Collection, report: inout Report)
}

/// A rule about `casebook.yml` beyond its keys and their kinds.
protocol SchemaChecker: Sendable {
    static func check(_ schema: Schema, report: inout Report)
}
