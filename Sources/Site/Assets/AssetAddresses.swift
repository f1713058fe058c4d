import Diagnostics
import Templates

/// The fingerprinted addresses of the templates' assets, and the object by which templates name them:
/// `assets/style.css` is `{{assets.style.css}}`.
struct AssetAddresses: Sendable {
    /// In the order of the assets.
    let links: [Permalink]
    /// Nested by the parts of the paths, cut at slashes and dots.
    let object: Object

    init(_ assets: [SourceFile]) {
        links = assets.map { .asset($0.path, hash: ContentHash($0.bytes)) }
        var tree = Node()
        for (asset, link) in zip(assets, links) {
            tree.insert(link.path, at: asset.path.split { $0 == "/" || $0 == "." }.map(String.init)[...])
        }
        object = tree.object
    }

    private struct Node {
        var link: String?
        var children: [String: Node] = [:]

        mutating func insert(_ link: String, at path: ArraySlice<String>) {
            guard let first = path.first else {
                self.link = link
                return
            }
            children[first, default: Node()].insert(link, at: path.dropFirst())
        }

        var object: Object {
            let names = children.keys.sorted()
            var kinds: [(name: String, kind: Kind)] = []
            var values: [Value] = []
            for name in names {
                guard let child = children[name] else { continue }
                if child.children.isEmpty, let link = child.link {
                    kinds.append((name, .text))
                    values.append(.text(link))
                } else {
                    let object = child.object
                    kinds.append((name, .object(object.shape)))
                    values.append(.object(object))
                }
            }
            return Object(Shape(kinds), values)
        }
    }
}
