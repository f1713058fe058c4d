/// All rules, in the order of the text where that matters not at all: problems are sorted at the end.
enum Checkers {
    /// Rules on the form of front matter, which hold whatever the schema says.
    static let ofForms: [any FileChecker.Type] = [
    ]

    static let ofFiles: [any FileChecker.Type] =
        ofForms + [
        ]

    static let ofSchemas: [any SchemaChecker.Type] = [
    ]

    static let ofReferences: [any ReferenceChecker.Type] = [
    ]

    static let ofCollections: [any CollectionChecker.Type] = [
    ]
}
