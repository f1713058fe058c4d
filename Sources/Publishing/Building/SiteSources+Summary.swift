import Diagnostics
import Site

extension SiteSources {
    /// The line that a check, or a build that could not be done, ends with.
    public func summary(in language: Language, writesNothing: Bool) -> String {
        let counts: String =
            switch language {
            case .ja: "エラー\(errorCount)件、警告\(warningCount)件。"
            case .en: "\(errorCount) errors, \(warningCount) warnings."
            }
        if writesNothing {
            return language == .ja
                ? "\(counts)サイトは書き換えていません。直してから、もう一度実行してください。"
                : "\(counts) The site was not touched. Mend these, then run again."
        }
        if errorCount + warningCount == 0 {
            return language == .ja ? "問題は見つかりませんでした。" : "No problems found."
        }
        return counts
    }

    /// Every name that each layout is offered, for people who write templates.
    public func listOfNames(in language: Language) -> String {
        SitePlan.listOfNames(assets: assets, in: language)
    }
}
