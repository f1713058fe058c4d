/// Finds calls that lead back to themselves without entering a deeper level of the data.
enum EndlessPartials {
    /// Returns the calls that close a cycle, each with its state. O(states + edges), without recursion.
    static func find(in edges: [[CheckEdge]]) -> [(state: Int, edge: CheckEdge)] {
        enum Mark { case new, onPath, done }
        var marks = [Mark](repeating: .new, count: edges.count)
        var cycles: [(state: Int, edge: CheckEdge)] = []
        for start in edges.indices where marks[start] == .new {
            var path: [(state: Int, next: Int)] = [(start, 0)]
            marks[start] = .onPath
            while let (state, next) = path.last {
                guard next < edges[state].count else {
                    marks[state] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let edge = edges[state][next]
                guard !edge.consumesData else { continue }
                switch marks[edge.target] {
                case .done: break
                case .new:
                    marks[edge.target] = .onPath
                    path.append((edge.target, 0))
                case .onPath: cycles.append(lastCall(of: path, from: edge.target, edges: edges))
                }
            }
        }
        return cycles
    }

    /// Returns the last partial or parent of the cycle at the end of a path.
    private static func lastCall(
        of path: [(state: Int, next: Int)], from target: Int, edges: [[CheckEdge]]
    ) -> (state: Int, edge: CheckEdge) {
        let start = path.lastIndex { $0.state == target } ?? 0
        let cycle = path[start...].map { (state: $0.state, edge: edges[$0.state][$0.next - 1]) }
        return cycle.last { $0.edge.isCall } ?? cycle[cycle.count - 1]
    }
}
