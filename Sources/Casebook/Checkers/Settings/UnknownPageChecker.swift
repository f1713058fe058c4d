import Diagnostics

/// `invitation` and `footer` name pages that there are.
enum UnknownPageChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        let schema = collection.schema
        for key in ["invitation", "footer"] {
            for slug in schema.record.list(key, in: schema.source) {
                let location = "pages/\(slug.value).md"
                guard collection.fileIndices[location] == nil, !collection.unreadable.contains(location) else { continue }
                report.tell(
                    .unknownPage(key: key, slug: slug.value, slugs: collection.names["pages"] ?? []), in: schema.source,
                    slug.bytes)
            }
        }
    }
}
