import ArgumentParser
import Foundation
import Editing
import Publishing

/// `knowhow guide`: writes the list of messages and the tables of keys into a document. For developers, and not shown in the help.
struct Guide: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "guide", abstract: "手引きのメッセージや項目の一覧を書き直します。 Writes the lists of messages and keys.", shouldDisplay: false)

    @Argument(help: ArgumentHelp("手引き The guide", valueName: "FILE"))
    var file: String

    func run() throws {
        let url = URL(fileURLWithPath: file)
        let guide = try String(contentsOf: url, encoding: .utf8)
        guard let new = GuideText.updating(guide) else {
            throw ValidationError("一覧の前後の印がありません。 The marks around the list are missing.")
        }
        if new != guide { try Data(new.utf8).write(to: url, options: .atomic) }
    }
}
