import Basics
import CasebookLoading
import Diagnostics
import Foundation

/// The text that GitHub makes of the answers in an issue form, divided into the answers.
///
/// ```
/// issue  = *(part)
/// part   = "### " label LF LF answer LF LF
/// answer = "_No response_" | option *(", " option) | 1*("- [" ("x" | "X" | " ") "] " option LF) | text
/// ```
///
/// Headings with other words, and those in fenced code, are part of an answer (github.com/github/issue-parser, pull request 11).
struct IssueText {
    /// The answer to a question.
    struct Answer {
        let element: IssueElement
        /// The range of the heading's line.
        let heading: Range<Int>
        /// The range of the answer without the blank space around it.
        var range: Range<Int>
    }

    /// What GitHub writes if there is no answer.
    private static let empty = ["_No response_", "*No response*"]

    private(set) var answers: [Answer] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let text: SourceText
    private let elements: [IssueElement]

    init(_ text: SourceText, form: CaseForm) {
        self.text = text
        elements = IssueElement.all(form)
        divide()
        guard !answers.isEmpty else { return }
        for element in elements where element.isRequired && !answers.contains(where: { $0.element.label == element.label }) {
            report(.missingHeading(element.label), nil)
        }
    }

    /// The value of an answer as a cell of a table would have it; empty if there is none.
    func value(of answer: Answer, _ language: Language) -> String {
        let value = text.string(answer.range)
        if Self.empty.contains(value) { return "" }
        switch answer.element.kind {
        case .line, .text, .consent: return value
        case .menu(let options, _), .boxes(let options):
            let lines = value.split(separator: "\n").map { Self.box(String($0)) }
            // Ticked boxes are a list of terms; what is not ticked is left out.
            let isList = lines.allSatisfy { $0 != nil }
            let chosen = isList ? lines.compactMap { $0?.isTicked == true ? $0?.label : nil } : [value]
            if chosen == ["None"] { return "" }
            // A term that is called “None” is quoted in the form.
            let reserved = options.filter { $0.dropFirst().dropLast().lowercased() == "none" }
            return chosen.map { value in
                reserved.reduce(value) { $0.replacing($1, with: String($1.dropFirst().dropLast())) }
            }.joined(separator: "\n")
        }
    }

    /// Reports the boxes that have to be ticked and are not.
    mutating func checkConsent() {
        for answer in answers {
            guard case .consent(let options) = answer.element.kind else { continue }
            let ticked = Set(
                text.string(answer.range).split(separator: "\n").compactMap { line in
                    Self.box(String(line)).flatMap { $0.isTicked ? $0.label : nil }
                })
            for option in options where !ticked.contains(option) { report(.missingConsent(option), answer.range) }
        }
    }

    /// Reads `- [x] label`.
    private static func box(_ line: String) -> (isTicked: Bool, label: String)? {
        let line = line.trimmingCharacters(in: .whitespaces)
        for (mark, isTicked) in [("- [x] ", true), ("- [X] ", true), ("- [ ] ", false)] where line.hasPrefix(mark) {
            return (isTicked, line.dropFirst(mark.count).trimmingCharacters(in: .whitespaces))
        }
        return nil
    }

    private mutating func divide() {
        let lines = self.lines
        let fenced = fencedLines(lines)
        var firstText: Range<Int>?
        var seen: [String: Int] = [:]
        for (index, line) in lines.enumerated() {
            if !fenced.contains(index), let element = element(for: line) {
                if let first = seen[element.label] {
                    report(.repeatedHeading(element.label, firstLine: first + 1), line)
                }
                seen[element.label] = seen[element.label] ?? index
                answers.append(Answer(element: element, heading: line, range: line.upperBound..<line.upperBound))
            } else if answers.isEmpty {
                if firstText == nil, !trimmed(line).isEmpty { firstText = line }
            } else {
                let range = answers[answers.count - 1].range
                answers[answers.count - 1].range = range.lowerBound..<line.upperBound
            }
        }
        for index in answers.indices { answers[index].range = trimmed(answers[index].range) }
        if answers.isEmpty {
            report(.noHeadings(example: elements.first?.label ?? ""), nil)
        } else if let firstText {
            report(.textAboveHeadings(first: answers[0].element.label), firstText)
        }
    }

    /// The lines without their line feeds.
    private var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < text.utf8.count {
            let end = text.utf8[start...].firstIndex(of: 0x0A) ?? text.utf8.count
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    private func element(for line: Range<Int>) -> IssueElement? {
        let mark = Array("### ".utf8)
        guard text.utf8[line].starts(with: mark) else { return nil }
        let label = text.string(line.lowerBound + mark.count..<line.upperBound).trimmingCharacters(in: .whitespaces)
        return elements.first { $0.label == label }
    }

    /// The lines of fenced code that is closed (CommonMark 0.31, section 4.5). After a fence that is not, headings still count.
    private func fencedLines(_ lines: [Range<Int>]) -> Set<Int> {
        var fenced: Set<Int> = []
        var open: (mark: Character, length: Int, index: Int)?
        for (index, range) in lines.enumerated() {
            let line = text.string(range)
            let start = line.prefix { $0 == " " }.count
            guard start <= 3, let mark = line.dropFirst(start).first, mark == "`" || mark == "~" else { continue }
            let length = line.dropFirst(start).prefix { $0 == mark }.count
            let rest = line.dropFirst(start + length)
            if let (opening, count, first) = open {
                guard mark == opening, length >= count, rest.allSatisfy(\.isWhitespace) else { continue }
                fenced.formUnion(first...index)
                open = nil
            } else if length >= 3, mark == "~" || !rest.contains("`") {
                open = (mark, length, index)
            }
        }
        return fenced
    }

    /// A range without the ASCII blanks and line feeds around it.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 }
        let bytes = text.utf8[range]
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) }) else {
            return range.lowerBound..<range.lowerBound
        }
        return first..<last + 1
    }

    private mutating func report(_ problem: IssueProblem, _ bytes: Range<Int>?) {
        diagnostics.append(Diagnostic(problem, path: text.path, range: bytes.map { text.range(ofBytes: $0) }))
    }
}
