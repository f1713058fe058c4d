import Diagnostics

/// What the links of a file lead to, in the order of the links.
struct References: Sendable {
    let links: [LinkOutcome]

    /// Looks up what a file links to. Reads nothing but the collection.
    init(_ file: ContentFile, in collection: Collection) {
        guard !file.links.isEmpty else {
            links = []
            return
        }
        let resolver = LinkResolver(collection: collection, file: file)
        links = file.links.map { resolver.outcome(of: $0) }
    }
}
