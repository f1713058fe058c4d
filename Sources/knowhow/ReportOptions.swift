import ArgumentParser
import Diagnostics

/// The options of the commands that report problems: how much they print.
struct ReportOptions: ParsableArguments {
    @Flag(help: "同じ種類の問題が10件を超えても、すべて示します Print all problems, also more than ten of one kind")
    var all = false

    @Flag(help: "エラーだけを示します。警告や知らせは出しません Print only errors")
    var quiet = false

    /// The problems as text. Where warnings stop the command, they are not left out.
    func text(_ diagnostics: [Diagnostic], strict: Bool = false, in language: Language) -> String {
        DiagnosticDigest(diagnostics, showsAll: all, showsWarnings: strict || !quiet).text(in: language)
    }
}
