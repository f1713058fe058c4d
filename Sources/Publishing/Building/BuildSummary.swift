import Diagnostics

/// What a build did.
public struct BuildSummary: Sendable, Hashable {
    /// How many cases readers find.
    public let cases: Int
    /// How many files the site has.
    public let files: Int
    /// Paths below the output folder, sorted.
    public let added: [String]
    public let changed: [String]
    public let removed: [String]
    public let warnings: [Diagnostic]

    public var unchanged: Int { files - added.count - changed.count }

    /// The one line that a build ends with.
    public func line(seconds: Double, in language: Language) -> String {
        let tenths = Int((seconds * 100).rounded())
        let time = "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)"
        return switch language {
        case .ja:
            "完成：\(files)ファイル（事例\(cases)件）。追加\(added.count)、変更\(changed.count)、削除\(removed.count)、"
                + "変更なし\(unchanged)。警告\(warnings.count)件。\(time)秒"
        case .en:
            "Done: \(files) files (\(cases) cases). \(added.count) added, \(changed.count) changed, "
                + "\(removed.count) removed, \(unchanged) unchanged. \(warnings.count) warnings. \(time) s"
        }
    }
}
