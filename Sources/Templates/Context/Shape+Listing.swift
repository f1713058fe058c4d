import Diagnostics

extension Shape {
    /// Returns all names that the shape offers, one per line, with the names inside of each after it and indented.
    ///
    /// ```
    /// title    文字
    /// cards    一覧
    ///   title  文字
    /// next     項目（ないことがある）
    /// ```
    ///
    /// A shape that contains itself is not listed again.
    public func listing(in language: Language) -> String {
        var rows: [(name: String, kind: String)] = []
        list(into: &rows, depth: 0, above: [], language)
        let width = rows.map(\.name.terminalWidth).max() ?? 0
        return rows.map { row in
            row.name + String(repeating: " ", count: width + 2 - row.name.terminalWidth) + row.kind + "\n"
        }.joined()
    }

    private func list(
        into rows: inout [(name: String, kind: String)], depth: Int, above: [Shape], _ language: Language
    ) {
        for (slot, name) in names.enumerated() {
            let kind = kind(at: slot)
            let inner = kind.innerShape
            let isAbove = inner.map { inner in inner === self || above.contains { $0 === inner } } ?? false
            var description = kind.description(in: language)
            if isAbove { description += language == .ja ? "、中は上と同じ" : ", with the same names as above" }
            rows.append((String(repeating: "  ", count: depth) + name, description))
            if let inner, !isAbove {
                inner.list(into: &rows, depth: depth + 1, above: above + [self], language)
            }
        }
    }
}

extension Kind {
    /// The shape of an object, or of the items of a list; nil for other kinds.
    var innerShape: Shape? {
        switch self {
        case .object(let shape): shape
        case .list(let kind), .optional(let kind): kind.innerShape
        case .text, .partial, .html, .flag: nil
        }
    }

    /// The words for the kind, including the kind of items and whether the value may be missing.
    func description(in language: Language) -> String {
        switch (self, language) {
        case (.optional(let kind), .ja): "\(kind.description(in: language))（ないことがある）"
        case (.optional(let kind), .en): "\(kind.description(in: language)) (may be missing)"
        case (.list(let kind), .ja):
            kind.innerShape == nil ? "\(kind.description(in: language))の一覧" : kindName.name.ja
        case (.list(let kind), .en):
            kind.innerShape == nil ? "list of \(kind.description(in: language))" : "list"
        case (.partial(let names), .ja): "パーシャルの名前（\(names.joined(separator: "、"))）"
        case (.partial(let names), .en): "name of a partial (\(names.joined(separator: ", ")))"
        case (.flag, .en): "yes or no"
        case (.object, .en): "object"
        case (.text, .en): "text"
        default: kindName.name.text(in: language)
        }
    }
}
