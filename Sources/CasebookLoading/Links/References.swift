import Diagnostics

/// What the links of a file lead to, in the order of the links.
package struct References: Sendable {
    package let links: [LinkOutcome]

    /// Looks up what a file links to. Reads nothing but the content.
    package init(_ file: ContentFile, in content: ContentFiles) {
        guard !file.links.isEmpty else {
            links = []
            return
        }
        let resolver = LinkResolver(content: content, file: file)
        links = file.links.map { resolver.outcome(of: $0) }
    }
}
