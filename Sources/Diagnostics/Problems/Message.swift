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

    /// The length in bytes of UTF-8 from which a sentence is shortened, and how many Unicode scalars of each end stay then.
    private static let (longest, kept) = (1_200, 160)

    /// The message with the middle of a very long sentence replaced by `…`: what is long in a sentence is a text of a file that it
    /// quotes, and what to do about it is at the end.
    public var shortened: Message {
        guard ja.utf8.count > Self.longest || en.utf8.count > Self.longest else { return self }
        return Message(ja: Self.shortened(ja), en: Self.shortened(en))
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > longest else { return text }
        return String(text.unicodeScalars.prefix(kept)) + "…" + String(text.unicodeScalars.suffix(kept))
    }

    /// The sentence and another one after it.
    package func adding(_ other: Message) -> Message {
        Message(ja: ja + "。" + other.ja, en: en + ". " + other.en)
    }

    /// The sentence in `language`.
    public func text(in language: Language) -> String {
        switch language {
        case .ja: ja
        case .en: en
        }
    }
}
