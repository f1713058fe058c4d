import Diagnostics

/// How many problems sources have.
public struct ProblemCounts: Sendable, Hashable {
    public let errors: Int
    public let warnings: Int

    /// Counts problems.
    public init(_ diagnostics: [Diagnostic]) {
        errors = diagnostics.filter { $0.severity == .error }.problemCount
        warnings = diagnostics.problemCount - errors
    }

    /// The last line of a check or of a build that found errors: how many problems there are and what to do.
    ///
    /// - Parameters:
    ///   - language: The language of the line.
    ///   - failsBuild: Whether a build stopped because of the problems.
    public func summary(in language: Language, failsBuild: Bool) -> String {
        let counts: String =
            switch language {
            case .ja: "エラー\(errors)件、警告\(warnings)件。"
            case .en: "\(errors) \(errors == 1 ? "error" : "errors"), \(warnings) \(warnings == 1 ? "warning" : "warnings")."
            }
        if failsBuild {
            return language == .ja
                ? "\(counts)サイトは書き換えていません。直してから、もう一度実行してください。"
                : "\(counts) The site was not changed. Fix the problems, then run the command again."
        }
        if errors + warnings == 0 {
            return language == .ja ? "問題は見つかりませんでした。" : "No problems found."
        }
        return counts
    }
}
