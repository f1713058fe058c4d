import Basics
import Diagnostics

extension [Field] {
    /// The key that a name stands for beyond doubt: in other letters, or by its Japanese name.
    func key(meantBy name: String) -> String? {
        let folded = foldedName(name)
        return first { field in
            (folded != name && field.key == folded) || field.names.contains { foldedName($0) == folded }
        }?.key
    }

    /// The keys that a name may stand for, best first: those that are like it, or whose Japanese names are.
    func keys(near name: String) -> [String] {
        let near = nearest(to: name, among: map(\.key))
        if !near.isEmpty { return near }
        let names = nearest(to: name, among: flatMap(\.names))
        return names.compactMap { key(meantBy: $0) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
