import Basics
import Diagnostics

/// What a build did.
public struct BuildSummary: Sendable, Hashable {
    /// How many cases readers find.
    public let cases: Int
    /// How many files the site has.
    public let files: Int
    /// The paths of new files, relative to the output folder, sorted.
    public let added: [String]
    /// The paths of changed files, relative to the output folder, sorted.
    public let changed: [String]
    /// The paths of removed files, relative to the output folder, sorted.
    public let removed: [String]
    /// All warnings about the content and the templates.
    public let warnings: [Diagnostic]

    /// How many files of the site were left as they are.
    public var unchanged: Int { files - added.count - changed.count }

    /// The line that a build prints when it is done.
    public func line(seconds: Double, in language: Language) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let time = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return switch language {
        case .ja:
            "完成：\(files)ファイル（事例\(cases)件）。追加\(added.count)、変更\(changed.count)、削除\(removed.count)、"
                + "変更なし\(unchanged)。警告\(warnings.count)件。\(time)秒"
        case .en:
            "Done: \(files) files (\(cases) cases). \(added.count) added, \(changed.count) changed, "
                + "\(removed.count) removed, \(unchanged) unchanged. \(warnings.count) warnings. \(time) s"
        }
    }

    /// The summary as JSON, for other programs and for the person who uploads the site.
    ///
    /// It is an object with `version` (1), `cases`, `files`, `added`, `changed`, `removed` (paths relative to the output folder,
    /// sorted), `unchanged` (a number) and `warnings` (in the form of `knowhow check --format json`).
    public func report(in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.member("cases", cases)
            json.member("files", files)
            json.member("added", added)
            json.member("changed", changed)
            json.member("removed", removed)
            json.member("unchanged", unchanged)
            json.key("warnings")
            json.array { list in
                for warning in warnings { list.diagnostic(warning, in: language) }
            }
        }
        json.endLine()
        return json.bytes
    }
}
