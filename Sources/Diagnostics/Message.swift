/// A language in which diagnostics are told.
public enum Language: String, Sendable, CaseIterable {
    case ja
    case en
}

/// One sentence in both languages.
public struct Message: Sendable, Hashable {
    public let ja: String
    public let en: String

    public init(ja: String, en: String) {
        self.ja = ja
        self.en = en
    }

    /// The sentence in `language`.
    public func text(in language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }
}
