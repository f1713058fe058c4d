import Diagnostics

/// Every listed term has a file.
enum MissingTermFileChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for definition in collection.schema.taxonomies {
            let folder = definition.folder.value
            for slug in definition.listed {
                let location = "\(folder)/\(slug.value).md"
                guard collection.fileIndices[location] == nil, !collection.unreadable.contains(location) else { continue }
                let slugs = collection.names(near: slug.value, in: folder)
                report.tell(
                    .missingTermFile(slug: slug.value, folder: folder, slugs: slugs), in: collection.schema.source,
                    slug.bytes)
            }
        }
    }
}
