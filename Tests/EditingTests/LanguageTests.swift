import Diagnostics
import Foundation
import Markdown
import Site
import Templates
import TestSupport
import Testing

@testable import CasebookModel
@testable import CasebookLoading
@testable import Authoring
@testable import Editing
@testable import Publishing

/// All messages are in natural Japanese and in English, and the editors' guide explains each kind.
@Suite struct LanguageTests {
    /// One example of every kind of problem.
    private static let problems: [any Problem] =
        Rules.examples as [any Problem] + MarkdownProblem.examples + TooManyProblems.examples
        + TemplateProblem.examples + ImportProblem.examples + IssueProblem.examples + OldTemplates.examples
        + MissingLanguage.examples + Tidying.examples

    /// Messages that do not end with a full stop: problems and descriptions of fixes.
    private static let messages: [(name: String, message: Message)] =
        problems.map { ($0.id, $0.message) } + FixSummary.all.sorted { $0.key < $1.key }.map { ("fixed \($0.key)", $0.value) }

    /// Messages that are full sentences: errors of the disk and parts that a site is published without.
    private static let statements: [(name: String, message: Message)] =
        SiteOmission.allCases.map { ("omission", $0.message) } + PublishingError.examples.map { ("\($0)", $0.message) }

    @Test func idsHaveOneForm() {
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
        // Words in Latin letters are quoted, or are names that readers know.
        let known: Set<String> = [
            "ASCII", "BOM", "CSV", "Excel", "xlsx", "CP", "CRLF", "EUC", "HTML", "ID", "JP", "LF", "Markdown", "NOTE", "Open",
            "Graph", "JSON", "LD", "JPEG", "PNG", "HEIC", "kB", "MB",
            "SHA", "U", "UTF", "ANSI", "PDF", "Word",
            "Shift", "JIS", "URL", "Windows", "YAML", "canonical", "casebook", "yml", "base", "url", "https", "images",
            "knowhow", "build", "feed",
            "xml", "Atom", "published", "manifest", "json", "zip", "true", "false", "required", "multiple", "private",
            "mustache",
        ]
        let quoted = /「[^」]*」(?:（[a-z_]+）)?|\{\{[^}]*\}\}+|`[^`]*`|x[0-9A-F]{2}|[a-z0-9\/]+\.md|U\+[0-9A-F]+|Aさん/
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
        let unquoted = sentence.replacing(/“[^”]*”|"[^"]*"|`[^`]*`/, with: "")
        #expect(!unquoted.unicodeScalars.contains { $0.isWide }, "\(name): \(sentence)")
        #expect(!sentence.contains("  ") && sentence.last?.isWhitespace == false, "\(name)")
    }

    @Test(arguments: ["content/README.md", "README.md"])
    func writtenPartsOfTheDocumentsAreUpToDate(document: String) throws {
        let text = try String(contentsOfFile: "\(Repository.root)/\(document)", encoding: .utf8)
        #expect(GuideText.updating(text) == text, "run script/guide")
    }

    @Test func documentsWithoutMarksAreRefused() {
        #expect(GuideText.updating("# A guide\n") == nil)
        #expect(GuideText.updating("\(MessageList.start)\n\nno end\n") == nil)
    }

    @Test func guideExplainsEveryKindAndNoOther() throws {
        let listed = MessageList.markdown.matches(
            of: /(?m)^\| `([a-z]+(?:-[a-z]+)*)`(（警告）)? \| [^|]+。 \| [^|]+.* \|$/)
        let ids = listed.map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        let explained = Self.problems.filter { !($0 is Tidying) }
        #expect(Set(ids).symmetricDifference(explained.map(\.id)).sorted() == [])
        // Warnings are marked.
        let warnings = Set(listed.filter { $0.2 != nil }.map { String($0.1) })
        for problem in explained { #expect(warnings.contains(problem.id) == (problem.severity == .warning), "\(problem.id)") }
    }

    @Test func guideSaysWhatFixingDoes() throws {
        let guide = try String(contentsOfFile: "\(Repository.root)/content/README.md", encoding: .utf8)
        for id in FixSummary.all.keys.sorted() { #expect(guide.contains("`\(id)`"), "\(id)") }
    }
}
