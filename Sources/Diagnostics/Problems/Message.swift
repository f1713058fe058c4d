/// A language of messages.
public enum Language: String, Sendable, CaseIterable {
    /// Japanese.
    case ja
    /// English.
    case en
}

/// A sentence in Japanese and English.
public struct Message: Sendable, Hashable {
    /// The Japanese sentence.
    public let ja: String
    /// The English sentence.
    public let en: String

    /// Creates a message.
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
