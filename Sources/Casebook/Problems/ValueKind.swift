import Diagnostics

/// What a value can be, as people are told it.
public enum ValueKind: Sendable, Hashable {
    case text, list, map, listOfMaps

    var message: Message {
        switch self {
        case .text: Message(ja: "1行の文字", en: "a text on one line")
        case .list: Message(ja: "一覧", en: "a list")
        case .map: Message(ja: "「キー: 値」の組", en: "a map of keys and values")
        case .listOfMaps: Message(ja: "「キー: 値」の組の一覧", en: "a list of maps")
        }
    }
}
