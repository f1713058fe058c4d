import Diagnostics
import Foundation
import Markdown
import Publishing
import Site
import Templates
import Testing

@testable import Casebook

/// Whatever people can be told is told in natural Japanese and in English, and the editors' guide explains each kind.
@Suite struct LanguageTests {
    /// One of every kind that there is.
    private static let problems: [any Problem] =
        CasebookProblem.examples as [any Problem] + MarkdownProblem.examples + TemplateProblem.examples + ImportProblem.examples
        + Advice.examples
        + Tidying.examples

    /// All sentences: of problems, of what was fixed, of what the machine refused, of what a site goes without.
    private static let messages: [(name: String, message: Message)] =
        problems.map { ($0.id, $0.message) } + FixDeed.all.map { ("fixed \($0.id)", $0.message) }

    /// Sentences that end with a full stop.
    private static let statements: [(name: String, message: Message)] =
        SiteOmission.allCases.map { ("omission", $0.message) } + PublishingError.examples.map { ("\($0)", $0.message) }

    @Test func idsAreOfOneForm() {
        var kinds: [String: String] = [:]
        for problem in Self.problems {
            #expect(problem.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(problem.id)")
            let kind = "\(type(of: problem))"
            #expect(kinds[problem.id] ?? kind == kind, "\(problem.id) is an id of two types")
            kinds[problem.id] = kind
        }
    }

    @Test func japaneseIsJapanese() {
        for (name, message) in Self.messages {
            #expect(!message.ja.hasSuffix("。") && message.ja.last?.isWhitespace == false, "\(name)")
            check(message.ja, name)
        }
        for (name, message) in Self.statements {
            #expect(message.ja.hasSuffix("。"), "\(name)")
            check(message.ja, name)
        }
    }

    private func check(_ sentence: String, _ name: String) {
        #expect(sentence.unicodeScalars.contains { (0x3041...0x3096).contains($0.value) }, "\(name): \(sentence)")
        // Latin words are names that people type or know: quoted, or among these.
        let known: Set<String> = [
            "ASCII", "BOM", "CSV", "Excel", "xlsx", "CP", "CRLF", "EUC", "HTML", "ID", "JP", "LF", "Markdown", "NOTE", "Open",
            "Graph", "JSON", "LD", "JPEG", "PNG", "HEIC",
            "SHA", "U", "UTF",
            "Shift", "JIS", "URL", "Windows", "YAML", "canonical", "casebook", "yml", "base", "url", "https", "images",
            "knowhow", "build", "feed",
            "xml", "Atom", "published", "manifest", "json", "zip", "true", "false", "required", "multiple", "private",
            "mustache",
        ]
        let quoted = /「[^」]*」|\{\{[^}]*\}\}+|`[^`]*`|x[0-9A-F]{2}|[a-z0-9\/]+\.md|U\+[0-9A-F]+|Aさん/
        let unquoted = sentence.replacing(quoted, with: "")
        for word in unquoted.matches(of: /[A-Za-z]{2,}/).map({ String($0.0) }) where !known.contains(word) {
            Issue.record("\(name): \(word) in \(sentence)")
        }
        #expect(!sentence.contains { "，．".contains($0) } || name == "mixed-commas", "\(name)")
        #expect(!sentence.contains("。。") && !sentence.contains("  "), "\(name)")
    }

    @Test func englishIsEnglish() {
        for (name, message) in Self.messages {
            #expect(!message.en.hasSuffix("."), "\(name)")
            checkEnglish(message.en, name)
        }
        for (name, message) in Self.statements {
            #expect(message.en.hasSuffix("."), "\(name)")
            checkEnglish(message.en, name)
        }
    }

    private func checkEnglish(_ sentence: String, _ name: String) {
        #expect(sentence.first.map { $0.isUppercase || "“\"{".contains($0) } == true, "\(name): \(sentence)")
        let unquoted = sentence.replacing(/“[^”]*”|"[^"]*"/, with: "")
        #expect(!unquoted.unicodeScalars.contains { $0.isWide }, "\(name): \(sentence)")
        #expect(!sentence.contains("  ") && sentence.last?.isWhitespace == false, "\(name)")
    }

    @Test func theGuideExplainsEveryKindAndNoOther() throws {
        let guide = try String(contentsOfFile: "\(Repository.root)/content/README.md", encoding: .utf8)
        let explained = guide.matches(of: /(?m)^\| `([a-z]+(?:-[a-z]+)*)`(（警告）)? \| [^|]+。 \| [^|]+.* \|$/)
        let ids = Set(Self.problems.filter { !($0 is Tidying) }.map(\.id))
        // Keys of front matter are in tables of their own, with other columns.
        let list = guide.split(separator: "## メッセージの一覧").last?.split(separator: "\n## ").first ?? ""
        let listed = list.matches(of: /(?m)^\| `([a-z]+(?:-[a-z]+)*)`/).map { String($0.1) }
        #expect(Set(listed).symmetricDifference(ids).sorted() == [])
        #expect(Set(listed).count == listed.count)
        #expect(ids.isSubset(of: explained.map { String($0.1) }))
        // A warning is marked as one.
        for problem in Self.problems where !(problem is Tidying) {
            let isMarked = list.contains("`\(problem.id)`（警告）")
            #expect(isMarked == (problem.severity == .warning), "\(problem.id)")
        }
    }

    @Test func theGuideSaysWhatFixingDoes() throws {
        let guide = try String(contentsOfFile: "\(Repository.root)/content/README.md", encoding: .utf8)
        for rule in AdviceRule.allCases { #expect(guide.contains("`\(rule.rawValue)`")) }
        for (id, _) in FixDeed.all { #expect(guide.contains("`\(id)`"), "\(id)") }
    }
}
