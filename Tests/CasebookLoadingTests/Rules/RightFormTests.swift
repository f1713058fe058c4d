import CasebookModel
import TestSupport
import Testing

/// What a message shows as the right form is accepted when it is written.
@Suite struct RightFormTests {
    /// The small casebook with a glossary.
    private var casebook: SmallCasebook {
        SmallCasebook().adding("glossary/coach.md", "---\nterm: 支援者\nyomi: しえんしゃ\n---\n\n支援する人です。\n")
    }

    /// A copy without a key and the lines of its value.
    private func removing(_ key: String, in location: String) -> SmallCasebook {
        let lines = String(decoding: casebook.files[location] ?? [], as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        var isValue = false
        for line in lines {
            if line.hasPrefix("\(key):") {
                isValue = true
            } else if !(isValue && line.hasPrefix(" ")) {
                isValue = false
                kept.append(line)
            }
        }
        return casebook.adding(location, kept.joined(separator: "\n"))
    }

    /// What is between the first two marks of code in a message.
    private func form(_ problem: ReportedProblem?) -> String? {
        let parts = problem?.ja.split(separator: "`", omittingEmptySubsequences: false) ?? []
        return parts.count > 2 ? String(parts[1]) : nil
    }

    private static let required: [(location: String, keys: [String])] = [
        ("cases/c001.md", ["title", "category", "organization"]),
        (
            "casebook.yml",
            [
                "title", "description", "language", "publisher", "source", "notice", "primary", "secondary", "taxonomies",
                "sections",
            ]
        ),
        ("categories/information.md", ["label", "number"]), ("actors/person.md", ["label", "yomi"]),
        ("glossary/coach.md", ["term", "yomi"]), ("pages/about.md", ["title"]),
    ]

    @Test func theLinesForMissingKeys() throws {
        for (location, keys) in Self.required {
            for key in keys { try theLineForAMissingKey(location: location, key: key) }
        }
    }

    private func theLineForAMissingKey(location: String, key: String) throws {
        let without = removing(key, in: location)
        let problem = without.problems().first { $0.id == "missing-key" && $0.location.hasPrefix(location) }
        let line = try #require(form(problem), "\(without.problems())")
        #expect(line.hasPrefix("\(key): "))
        let text = String(decoding: without.files[location] ?? [], as: UTF8.self)
        let start = location == "casebook.yml" ? "" : "---\n"
        let with = without.adding(location, start + line + "\n" + text.dropFirst(start.count))
        // The example of the taxonomies has one, so what else names a taxonomy is unknown.
        let kinds = [
            "missing-key", "empty-value", "wrong-kind", "invalid-yaml", "bad-choice", "unknown-key", "bad-number", "bad-yomi",
        ]
        let all = with.problems()
        #expect(all.filter { kinds.contains($0.id) && $0.location.hasPrefix(location) } == [])
        #expect(["taxonomies", "sections"].contains(key) || all.filter { $0.location.hasPrefix(location) } == [], "\(all)")
    }

    /// A line of a case that is wrong, the rule that says so, and the form that its message shows.
    private static let lines: [(wrong: String, id: String, right: String)] = [
        ("published: 春", "bad-date", "published: 2026-04-01"), ("published: R8.4", "bad-date", "published: 2026-04-01"),
        ("published: R8.4.1", "bad-date", "published: 2026-04-01"), ("published: 46113", "bad-date", "published: 2026-04-01"),
        ("published: 平成35年4月1日", "bad-date", "published: 2023-04-01"),
        ("aliases: [\"../x.html\"]", "bad-alias", "aliases: [old/case1.html]"),
        ("actors: 本人・家族", "wide-list-marks", "actors: [本人, 家族]"), ("summary: &A社", "invalid-yaml", "summary: \"&A社\""),
        ("summary: {案}の話", "invalid-yaml", "summary: \"{案}の話\""), ("summary: \"C:\\資料\"", "invalid-yaml", "summary: 'C:\\資料'"),
        ("summary: [案]", "wrong-kind", "summary: \"[案]\""), ("status: 公開", "bad-status", "status: published"),
        ("要約: あ", "unknown-key", "summary: あ"), ("summary：あ", "wide-colon", "summary: あ"),
    ]

    @Test func theFormsOfLines() throws {
        for line in Self.lines { try theFormOfALine(wrong: line.wrong, id: line.id, right: line.right) }
    }

    private func theFormOfALine(wrong: String, id: String, right: String) throws {
        func with(_ line: String) -> SmallCasebook {
            let base =
                line.hasPrefix("actors") ? casebook.replacing("actors: [本人, 家族]\n", with: "", in: "cases/c001.md") : casebook
            return base.replacing("title: 一つ目の事例", with: "title: 一つ目の事例\n\(line)", in: "cases/c001.md")
        }
        let problem = try #require(with(wrong).problems().first { $0.id == id })
        // The message, its suggestion or its fix shows the value.
        let value = right.split(separator: ": ", maxSplits: 1)[1].filter { !"[]".contains($0) }
        let shown = ([problem.ja, problem.fix ?? ""] + problem.suggestions).joined(separator: " ").filter { !"[]".contains($0) }
        #expect(shown.contains(value) || id == "unknown-key" || id == "wide-colon")
        #expect(with(right).problems() == [])
    }

    @Test func theFormOfAMap() throws {
        let text = casebook.replacing("publisher:\n  name: 編集部", with: "publisher: 編集部", in: "casebook.yml")
        let line = try #require(form(text.problems().first { $0.id == "wrong-kind" }))
        #expect(casebook.replacing("publisher:\n  name: 編集部", with: line, in: "casebook.yml").problems() == [])
    }
}
