import Diagnostics

/// What a key of a file says, for a form.
public enum EditedValue: Sendable {
    /// A text; empty if there is no value.
    case text(String)
    /// The items of a list; none if there is no value.
    case list([String])

    /// The items that are not empty. A text is one item.
    public var items: [String] {
        switch self {
        case .text(let text): text.isEmpty ? [] : [text]
        case .list(let items): items.filter { !$0.isEmpty }
        }
    }

    /// Whether there is no value.
    public var isEmpty: Bool { items.isEmpty }

    /// The value in one line of text.
    public func text(in language: Language) -> String { items.joined(separator: language == .ja ? "、" : ", ") }

    func isSame(as other: EditedValue) -> Bool { Authoring.isSame(items, other.items) }
}

/// What somebody changed in a file. What is not here stays as it is.
public struct FileEdit: Sendable {
    /// The new values by their keys. An empty value removes the key, but leaves the line of a required one.
    public var values: [String: EditedValue]
    /// The new Markdown of sections by their ids. An empty text removes the section, but leaves the heading of a required one.
    public var sections: [String: String]
    /// The new text of a file without sections; nil to keep it.
    public var body: String?

    public init(values: [String: EditedValue] = [:], sections: [String: String] = [:], body: String? = nil) {
        self.values = values
        self.sections = sections
        self.body = body
    }
}

/// A part of a file that can be edited by itself.
public enum EditField: Sendable, Hashable {
    case key(String)
    /// The section with an id.
    case section(String)
    /// The text of a file without sections.
    case body
}
