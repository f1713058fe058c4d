/// A key as messages name it: in Japanese by its label, with the key after it.
package struct KeyName: Sendable, Hashable {
    package let key: String
    private let label: String?

    /// A key with its label; without one for keys that have none, and for the headings of columns.
    package init(_ key: String, label: String? = nil) {
        self.key = key
        self.label = label
    }

    /// The name in Japanese: `「関わる人・機関」（actors）`.
    var ja: String { label.map { "「\($0)」（\(key)）" } ?? "「\(key)」" }

    /// The name in English: `“actors”`.
    var en: String { "“\(key)”" }
}
