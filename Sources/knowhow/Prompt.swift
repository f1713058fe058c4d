import ArgumentParser
import Authoring
import Diagnostics
import Foundation

/// Asks the user questions on a terminal. They go to standard error, so that standard output holds only results.
struct Prompt {
    private let language: Language

    init(in language: Language) {
        self.language = language
    }

    /// Whether standard input and standard error are a terminal.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks for the title. An empty answer leaves it to be written later.
    mutating func askTitle() throws -> String {
        say(
            ja: "新しい事例を作ります。Enter だけを押した項目は、あとでファイルに書けます。",
            en: "Creating a new case. Press Enter to leave an answer empty and write it into the file later.")
        return try answer(ja: "題名: ", en: "Title: ")
    }

    /// Asks for the terms of a taxonomy until the answer is valid.
    mutating func ask(_ question: TermQuestion) throws -> [String] {
        say("")
        list(question)
        let (ja, en) =
            question.isMultiple ? ("番号か名前、いくつでも", "numbers or names, separated by commas") : ("番号か名前", "number or name")
        var offered: String?
        while true {
            let typed = try answer(ja: "\(question.label)（\(ja)）: ", en: "\(question.label) (\(en)): ")
            if typed.isEmpty { return offered.map { [$0] } ?? [] }
            offered = nil
            switch question.answer(typed) {
            case .terms(let labels):
                say(ja: "→ \(labels.joined(separator: "、"))", en: "→ \(labels.joined(separator: ", "))")
                return labels
            case .tooMany: say(ja: "選べるのは一つだけです。", en: "Choose only one.")
            case .unknown(let name, let near):
                say(ja: "「\(name)」はありません。", en: "There is no “\(name)”.")
                for choice in near {
                    say(ja: "  もしかして: \(choice.number) \(choice.label)", en: "  did you mean: \(choice.number) \(choice.label)")
                }
                if near.count == 1, !question.isMultiple {
                    offered = near[0].label
                    say(ja: "  これでよければ Enter を押してください。", en: "  Press Enter to choose it.")
                }
            }
        }
    }

    /// Asks for the value of a declared field until the answer is valid.
    ///
    /// - Returns: The value as front matter writes it; nil for an empty answer.
    mutating func ask(_ field: FieldQuestion) throws -> String? {
        say("")
        if let hint = field.hint(in: language) { say("  \(hint)") }
        while true {
            let typed = try answer(ja: "\(field.label): ", en: "\(field.label): ")
            if typed.isEmpty { return nil }
            switch field.answer(typed) {
            case .value(let value): return value
            case .wrong(let message): say(message.text(in: language))
            }
        }
    }

    /// Asks whether to do what was shown.
    mutating func confirm(ja: String, en: String) throws -> Bool {
        let typed = try answer(ja: "\(ja)（はい: y、いいえ: Enter）: ", en: "\(en) (y for yes, Enter for no): ")
        return ["y", "yes", "はい"].contains(typed.lowercased())
    }

    private func list(_ question: TermQuestion) {
        var start = 0
        let groups = question.groups.isEmpty ? [(label: "", count: question.choices.count)] : question.groups
        let width = String(question.choices.map(\.number).max() ?? 0).count
        for group in groups where group.count > 0 {
            if !group.label.isEmpty { say("  \(group.label)") }
            for choice in question.choices[start..<start + group.count] {
                let number = String(choice.number)
                say("  \(String(repeating: " ", count: width - number.count))\(number) \(choice.label)")
            }
            start += group.count
        }
    }

    /// Reads an answer without surrounding white space. The command ends if there is no more input.
    private func answer(ja: String, en: String) throws -> String {
        Console.reportPart(language == .ja ? ja : en)
        guard let line = readLine() else {
            say("")
            say(ja: "入力が終わったので、何も作りませんでした。", en: "The input ended. Nothing was created.")
            throw ExitCode.wrongUse
        }
        return line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func say(ja: String, en: String) { say(language == .ja ? ja : en) }

    private func say(_ text: String) { Console.report(text.isEmpty ? "\n" : text) }
}
