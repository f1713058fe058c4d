import Diagnostics

/// What a kind is called when it is told to people.
public enum KindName: Sendable, Hashable, CaseIterable {
    case text, partial, html, flag, object, list

    /// Alone in a sentence: 「一覧」, "a list".
    var name: Message {
        switch self {
        case .text: Message(ja: "文字", en: "a text")
        case .partial: Message(ja: "パーシャルの名前", en: "the name of a partial")
        case .html: Message(ja: "HTML", en: "HTML")
        case .flag: Message(ja: "真偽（はい・いいえ）", en: "a yes or no")
        case .object: Message(ja: "項目", en: "an object")
        case .list: Message(ja: "一覧", en: "a list")
        }
    }
}

extension Kind {
    /// What the kind is called, whether or not it may be missing.
    var kindName: KindName {
        switch self {
        case .text: .text
        case .partial: .partial
        case .html: .html
        case .flag: .flag
        case .object: .object
        case .list: .list
        case .optional(let kind): kind.kindName
        }
    }
}
