import Diagnostics

/// An image's name can be an address.
enum ImageNameChecker: CollectionChecker {
    static func check(_ collection: Collection, report: inout Report) {
        for path in collection.images.map(\.path) where !isFit(path) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            report.tell(.unfitImageName(name: name), path: "\(collection.root)/\(path)")
        }
    }

    private static func isFit(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, first != 0x2E, first != 0x2D else { return false }
            return part.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
        }
    }
}
