@testable import Authoring
@testable import CasebookLoading
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Laws of edits, on the cases of the repository and on generated files: what is written is read again, and every byte outside of what was
/// edited stays.
@Suite struct GeneratedEditsTests {
    /// The same numbers in every run (SplitMix64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        mutating func pick<T>(_ all: [T]) -> T { all[Int(next() % UInt64(all.count))] }
        mutating func chance(_ one: UInt64) -> Bool { next() % one == 0 }
    }

    private static let texts = [
        "題名", "a: b", "a #b", "# a", "- a", "*a*", "&a b", "yes", "No", "null", "~", "2026-04-01", "12", "-1.5", " 前", "後 ",
        "「題」", "［a、b］",
        "[a] b", "{a}", "\"a\"", "it's", "a\\b", "一行\n二行", "a\n\nb", "　全角", "：", "、", "a、b", "private: x", "---", "title: x",
        "か\u{3099}", "福", "😀",
        "\u{202E}x", "\u{2028}", "a\tb", "| a", "> a", "%a", "@a", "`a`", "!a", "? a", ",", "a, b", "ー長音", "・中黒", "c001", "はい",
        "https://example.org/#a",
    ]
    private static let bodies = [
        "文", "文\n\n二つ目", "- 点\n- 点", "### 小見出し\n\n文", "```\n## 図\n```", "    字下げ", "> 引用\n> ## x",
        "| a | b |\n|---|---|\n| 1 | 2 |", "**強く**",
        "文\\\n続き", "[a](https://example.org/)", "<!-- 注 -->文", "\\## 文", "***", "文  \n文", "1. 一\n2. 二", "　字下げ", "か\u{3099}",
        "private: x", "文\n---x",
    ]

    /// The forms in which a text can be written after a key.
    private static func forms(_ key: String) -> [String] {
        [
            "\(key): 値", "\(key):   値   # 注", "\(key): \"値 # い\" # 注", "\(key): 'it''s'", "\(key): \"a\\nb\"",
            "\(key): |\n  一\n\n  二 # 文", "\(key): >-\n    一\n    二",
            "\(key): 一\n  二", "\(key):\n  値", "\(key):", "\(key): ", "\(key):  # 注", "\(key): ~", "\(key): &a 値",
            "\(key): \"一\n  二\"", "\(key)：値", "\(key):値", "\(key)　: 値",
            "\(key): [値]", "\(key): {a: b}", "\(key): \"閉じない", "\(key): 2026-04-01", "\(key): 一\n\(key): 二",
        ]
    }

    private static func lists(_ key: String) -> [String] {
        [
            "\(key): [本人, 家族]", "\(key): [ \"本人\" ,'家族' ]  # 注", "\(key): []", "\(key): 本人", "\(key):\n  - 本人\n  - 家族",
            "\(key):\n- 本人 # 一\n# 間\n- \"家族\"",
            "\(key):\n    - 本人\n\n    - 家族", "\(key): [\n  本人, # 一\n  家族\n]", "\(key): ［本人、家族］", "\(key): [本人、家族]",
            "\(key):\n　・本人\n　・家族", "\(key):\n  - &a 本人\n  - *a",
            "\(key):", "\(key): 本人、家族", "\(key): [本人, [家族]]", "\(key):\n  - 本人:\n    - x",
        ]
    }

    /// The parts of a generated case: what an edit of one of them may change, each with its key or section.
    private static func parts(_ numbers: inout Numbers) -> [(name: String, text: String)] {
        var parts: [(String, String)] = [("", "---\n")]
        func between(_ numbers: inout Numbers) -> String {
            numbers.pick(["", "", "", "# 注\n", "\n", "# title: x\n\n", "知らない: 値\n", "  # 字下げ\n"])
        }
        for key in ["title", "category", "organization", "actors", "status", "summary", "published", "aliases", "related"]
            .shuffled(using: &numbers)
        {
            // An indented line after a block of text belongs to that text.
            let isAfterText = parts.last { !$0.1.allSatisfy(\.isWhitespace) }?.1.contains(/: [|>]/) == true
            let line = between(&numbers)
            parts.append(("", isAfterText && line.hasPrefix(" ") ? "" : line))
            guard !numbers.chance(4) else { continue }
            let isList = ["actors", "aliases", "related"].contains(key)
            parts.append((key, numbers.pick(isList ? lists(key) : forms(key)) + "\n"))
        }
        if numbers.chance(3) { parts.append(("private", "private:\n  連絡先: SECRET\n")) }
        parts.append(("", numbers.pick(["---\n", "---\n\n", "--- \n\n"])))
        for heading in ["必要性・きっかけ", "取組・工夫の概要", "効果"] {
            if numbers.chance(4) { parts.append(("", numbers.pick(["## 知らない見出し\n\n文\n\n", "##  もう一つ\n\n文\n\n"]))) }
            guard !numbers.chance(4) else { continue }
            // A line of hyphens before the first heading could end front matter.
            let isFirst = !parts.contains { $0.1.hasPrefix("##") }
            parts.append(
                (
                    "",
                    numbers.pick([
                        "## \(heading)\n\n", "##   \(heading) ##\n", isFirst ? "## \(heading)\n" : "\(heading)\n---\n\n",
                    ])
                ))
            parts.append((heading, numbers.pick(bodies) + "\n"))
            parts.append(("", "\n"))
        }
        return parts
    }

    private let form: CaseForm

    init() throws {
        form = try #require(SmallCasebook().readForm().form)
    }

    private func file(_ bytes: [UInt8], _ location: String = "cases/c001.md") throws -> EditableFile {
        try EditableFile(SourceFile(path: "content/\(location)", bytes: bytes), location: location, form: form)
    }

    @Test func generatedFiles() throws {
        var numbers = Numbers(state: 20_260_401)
        var (edits, refused) = (0, 0)
        for number in 0..<1_000 {
            let lineEnd = numbers.pick(["\n", "\n", "\r\n", "\r"])
            let mark = numbers.chance(5) ? "\u{FEFF}" : ""
            var parts = Self.parts(&numbers).map { (name: $0.name, bytes: Array($0.text.replacing("\n", with: lineEnd).utf8)) }
            parts.insert(("", Array(mark.utf8)), at: 0)
            if numbers.chance(4), let last = parts.last, last.bytes == Array(lineEnd.utf8) { parts.removeLast() }
            let bytes = parts.flatMap(\.bytes)
            let old = try file(bytes)
            // Nothing to change, nothing changed: the whole form, and the form in other line ends.
            var all = FileEdit()
            for key in old.keys { all.values[key.key] = key.value }
            for section in old.sections { all.sections[section.id] = section.text.replacing("\n", with: "\r\n") }
            #expect(try old.applying(all) == bytes, "\(number)")
            let keys = ["title", "category", "actors", "status", "summary", "published", "aliases", "private"]
            for key in keys.shuffled(using: &numbers).prefix(3) {
                let isList = ["actors", "aliases"].contains(key)
                let count = Int(numbers.next() % 4)
                let value: EditedValue =
                    isList
                    ? .list((0..<count).map { _ in numbers.pick(Self.texts + ["本人", "家族", "家族"]) })
                    : .text(numbers.chance(5) ? "" : numbers.pick(Self.texts))
                edits += 1
                guard try check(FileEdit(values: [key: value]), key, value.items, parts, old, "\(number) \(key) \(value.items)")
                else {
                    refused += 1
                    continue
                }
            }
            for section in old.sections.shuffled(using: &numbers).prefix(1) {
                edits += 1
                let text = numbers.chance(5) ? "" : numbers.pick(Self.bodies)
                guard
                    try check(
                        FileEdit(sections: [section.id: text]), section.heading, [text].filter { !$0.isEmpty }, parts, old,
                        "\(number) \(section.heading) \(text)")
                else {
                    refused += 1
                    continue
                }
            }
        }
        // Files with parts that YAML cannot read, and with values that belong to no key, are refused now and then.
        #expect(edits == 4_000 && refused < 120, "\(refused) of \(edits)")
    }

    /// Makes an edit of one part and checks what it changed. Returns false if it was refused.
    private func check(
        _ edit: FileEdit, _ name: String, _ expected: [String], _ parts: [(name: String, bytes: [UInt8])], _ old: EditableFile,
        _ note: String
    ) throws -> Bool {
        let new: [UInt8]
        do {
            new = try old.applying(edit)
        } catch {
            return false
        }
        let read = try file(new)
        let texts = expected.map(StoredText.normalized)
        if let key = edit.values.keys.first {
            let isPrivate = key == "private"
            let wanted = isPrivate ? texts.map(EditableFile.withoutBlankLines).filter { !$0.isEmpty } : texts
            #expect(isSame(read.value(of: key).items, wanted), "\(note)")
        } else {
            #expect(isSame([read.text(ofSection: edit.sections.keys.first ?? "")].filter { !$0.isEmpty }, texts), "\(note)")
        }
        // The parts before and after keep their bytes.
        let whole = old.file.bytes
        if let index = parts.firstIndex(where: { $0.name == name }) {
            let before = parts[..<index].flatMap(\.bytes)
            let after = parts[(index + 1)...].flatMap(\.bytes)
            let isSection = edit.values.isEmpty
            // A section that goes takes its heading and the blank lines with it.
            if !(isSection && expected.isEmpty) {
                #expect(new.starts(with: before), "\(note)")
                let isRemoved = expected.isEmpty || parts[index].bytes.isEmpty
                #expect(new.reversed().starts(with: after.reversed()) || isSection && isRemoved, "\(note)")
            }
        } else if edit.values.keys.first.map({ old.value(of: $0).isEmpty }) ?? true, !expected.isEmpty {
            // A part that is added is inserted in one place.
            let prefix = zip(whole, new).prefix { $0 == $1 }.count
            let suffix = zip(whole.reversed(), new.reversed()).prefix { $0 == $1 }.count
            #expect(prefix + suffix >= whole.count, "\(note)")
        }
        return true
    }

    @Test(arguments: ["content", "Tests/Fixtures/every-feature/content", "examples/gardens/content"]) func filesOfTheRepository(
        _ folder: String
    ) throws {
        guard let sources = try? FixtureFolder.files(in: folder), !sources.isEmpty else { return }
        let (form, _) = CaseForm.read(paths: sources.map(\.path), root: "content", readsTitles: false) { sources[$0].bytes }
        let casebook = try #require(form)
        var count = 0
        for source in sources {
            let location = String(source.path.dropFirst("content/".count))
            guard CaseForm.isContent(location, form: casebook), location.hasSuffix(".md") else { continue }
            let file = try EditableFile(source, location: location, form: casebook)
            var fields = file.editFields
            if file.kind != .caseFile, file.body.isEmpty { fields.removeLast() }
            for field in fields {
                var edit = FileEdit()
                switch field {
                case .key(let key):
                    let value = file.value(of: key)
                    guard !value.isEmpty, key != "private" else { continue }
                    let isList = if case .list = value { true } else { false }
                    edit.values[key] = isList ? .list(value.items + ["新しい値: 二"]) : .text("新しい値: 一")
                case .section(let id):
                    guard !file.text(ofSection: id).isEmpty else { continue }
                    edit.sections[id] = "新しい文。\n\n- 点"
                case .body: edit.body = "新しい文。\n\n- 点"
                }
                let new = try file.applying(edit)
                let prefix = zip(source.bytes, new).prefix { $0 == $1 }.count
                let suffix = zip(source.bytes.reversed(), new.reversed()).prefix { $0 == $1 }.count
                // What changed is inside of the lines of the part.
                let changed = source.bytes[prefix..<max(prefix, source.bytes.count - suffix)]
                let text = String(decoding: source.bytes[..<prefix], as: UTF8.self) + "\n"
                if case .key(let key) = field {
                    #expect(text.contains("\n\(key):") || text.hasPrefix("---\n\(key):"), "\(location) \(key)")
                    #expect(!String(decoding: changed, as: UTF8.self).contains("\n---"), "\(location) \(key)")
                } else {
                    #expect(
                        !String(decoding: changed, as: UTF8.self).contains("\n## ") || field == .body, "\(location) \(field)")
                }
                count += 1
            }
        }
        #expect(count > 20)
    }
}
