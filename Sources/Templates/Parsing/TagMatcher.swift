import Diagnostics

/// Finds the closing tag of each section, parent and block, and reports tags that are missing, wrong or superfluous.
struct TagMatcher {
    let source: SourceText
    let tags: [Tag]
    private(set) var partners: [Int]
    private(set) var isArgument: [Bool]
    private(set) var diagnostics: [Diagnostic] = []
    private var open: [Int] = []
    private var namesOfArguments: [Int: [String: Int]] = [:]
    private var reportedParents: Set<Int> = []

    init(source: SourceText, tags: [Tag]) {
        self.source = source
        self.tags = tags
        partners = Array(repeating: -1, count: tags.count)
        isArgument = Array(repeating: false, count: tags.count)
    }

    mutating func match() {
        var textStart = 0
        for (index, tag) in tags.enumerated() {
            checkText(textStart..<tag.range.lowerBound)
            textStart = tag.range.upperBound
            if tag.sort == .close {
                close(index)
            } else {
                checkParent(of: index)
                if tag.opens { open.append(index) }
            }
        }
        while let index = open.popLast() { reportUnclosed(index) }
    }

    private mutating func close(_ index: Int) {
        guard let top = open.last else {
            report(.strayClose(name: name(index)), at: tags[index].range)
            return
        }
        guard let match = open.lastIndex(where: { name($0) == name(index) }) else {
            let note = Diagnostic.Note(
                TemplateNote.openedHere(tag: text(top)), path: source.path,
                range: source.range(ofBytes: tags[top].range))
            diagnostics.append(
                Diagnostic(
                    TemplateProblem.mismatchedClose(found: name(index), opened: text(top)), in: source,
                    bytes: tags[index].range, notes: [note]))
            pair(open.removeLast(), index)
            return
        }
        while open.count > match + 1 { reportUnclosed(open.removeLast()) }
        pair(open.removeLast(), index)
    }

    private mutating func pair(_ opening: Int, _ closing: Int) {
        partners[opening] = closing
        partners[closing] = opening
    }

    /// Checks a tag directly in a parent: a block is an argument; anything else is not shown.
    private mutating func checkParent(of index: Int) {
        guard let outer = open.last, tags[outer].sort == .parent else { return }
        switch tags[index].sort {
        case .comment, .delimiters: break
        case .block:
            isArgument[index] = true
            let name = name(index)
            if let first = namesOfArguments[outer]?[name] {
                let note = Diagnostic.Note(
                    TemplateNote.firstHere, path: source.path, range: source.range(ofBytes: tags[first].range))
                diagnostics.append(
                    Diagnostic(
                        TemplateProblem.duplicateBlock(name: name), in: source, bytes: tags[index].range, notes: [note]))
            } else {
                namesOfArguments[outer, default: [:]][name] = index
            }
        default: reportIgnored(tags[index].range, in: outer)
        }
    }

    /// Reports text directly in a parent, which is not shown.
    private mutating func checkText(_ range: Range<Int>) {
        guard let outer = open.last, tags[outer].sort == .parent else { return }
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        guard let start = range.first(where: { !blanks.contains(source.utf8[$0]) }),
            let last = range.last(where: { !blanks.contains(source.utf8[$0]) })
        else { return }
        let end = source.utf8[start...last].firstIndex(of: 0x0A) ?? last + 1
        reportIgnored(start..<end, in: outer)
    }

    /// Reports content of a parent that is not shown, once per parent.
    private mutating func reportIgnored(_ range: Range<Int>, in parent: Int) {
        guard reportedParents.insert(parent).inserted else { return }
        report(.ignoredInParent(name: name(parent)), at: range)
    }

    private mutating func reportUnclosed(_ index: Int) {
        report(.unclosedSection(tag: text(index), name: name(index)), at: tags[index].range)
    }

    private mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
        diagnostics.append(Diagnostic(problem, in: source, bytes: range))
    }

    private func text(_ index: Int) -> String { source.string(tags[index].range) }

    private func name(_ index: Int) -> String {
        (tags[index].isDynamic ? "*" : "") + source.string(tags[index].name)
    }
}
