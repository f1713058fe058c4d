import Basics
import Diagnostics

extension BuildSummary {
    /// The summary for programs and for whoever uploads the site: an object with `version` (1), `cases`, `files`, `added`,
    /// `changed`, `removed` (paths below the output folder, sorted), `unchanged` (a number) and `warnings` (as
    /// `knowhow check --format json` lists them).
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
