import Diagnostics

/// The kind of value that a name stands for, and so the tags in which a template may use it.
public indirect enum Kind: Sendable {
    /// Text, always escaped: `{{name}}`.
    case text
    /// Text that names one of these partials: `{{name}}`, and `{{>*name}}`.
    case partial([String])
    /// Trusted HTML: `{{{name}}}`.
    case html
    /// Yes or no: `{{#name}}` and `{{^name}}`.
    case flag
    /// An object with names of its own: `{{name.other}}`, or `{{other}}` inside `{{#name}}`.
    case object(Shape)
    /// Any number of items of one kind: `{{#name}}` for each of them, `{{^name}}` if there are none.
    case list(Kind)
    /// A value that may be missing: `{{#name}}` if it is there, `{{^name}}` if it is not.
    case optional(Kind)
}

/// A kind of value as it is named in messages.
public enum KindName: Sendable, Hashable, CaseIterable {
    case text, partial, html, flag, object, list

    /// The words for it in a sentence: 「一覧」, "a list".
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
    /// The name of the kind, whether or not the value may be missing.
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
