import Markdown
import Diagnostics
import Templates

/// The names by which templates use assets: the file `assets/style.css` is `{{assets.style.css}}`.
enum AssetNames {
    /// Returns the object with the addresses of all assets, nested by the parts of their paths, which are cut at slashes and dots.
    ///
    /// - Parameters:
    ///   - assets: The files of `templates/assets/`.
    ///   - links: For each asset, its address.
    static func object(of assets: [SourceFile], links: [Permalink]) -> Object {
        var tree = Node()
        for (asset, link) in zip(assets, links) where asset.path != EditionVolume.stylePath {
            tree.insert(link.path, at: asset.path.split { $0 == "/" || $0 == "." }.map(String.init)[...])
        }
        return tree.object
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
