import Diagnostics

/// An image is what its name says, and something that browsers show.
enum UnfitImageChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for image in collection.images {
            guard let named = image.namedFormat, let content = image.content else { continue }
            guard content.format != named || named == .heic || content.isCut else { continue }
            let name = image.path.split(separator: "/").last.map(String.init) ?? image.path
            report.tell(
                .unfitImage(name: name, named: named, found: content.isCut ? nil : content.format),
                path: "\(collection.root)/\(image.path)")
        }
    }
}
