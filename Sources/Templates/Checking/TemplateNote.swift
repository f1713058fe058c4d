import Diagnostics

/// What the notes of problems say about the other places involved.
enum TemplateNote {
    static func openedHere(tag: String) -> Message {
        Message(ja: "ここで \(tag) が始まっています", en: "\(tag) begins here")
    }

    static let firstHere = Message(ja: "最初の指定はここです", en: "first given here")

    static func broughtIn(layout: String) -> Message {
        Message(ja: "レイアウト「\(layout)」がここから読み込んでいます", en: "brought in here by the layout \"\(layout)\"")
    }
}
