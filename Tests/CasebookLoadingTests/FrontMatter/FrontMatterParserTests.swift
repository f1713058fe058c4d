import CasebookModel
import CasebookLoading
import Diagnostics
import Testing

@Suite struct FrontMatterParserTests {
    /// The value of `key` as it was understood: a text, `[items]`, `{keys}`, nothing, or unreadable.
    private func value(_ text: String) -> String {
        let source = SourceText(path: "a.md", utf8: Array("---\n\(text)\n---\nbody\n".utf8))
        let matter = FrontMatterParser.parse(source, knownKeys: ["title", "key"])
        return matter["key"].map { describe($0.value, source) } ?? "no key"
    }

    private func describe(_ value: FieldValue, _ source: SourceText) -> String {
        switch value {
        case .empty: "nothing"
        case .text(let text): text.string(in: source)
        case .list(let items, _): "[" + items.map { describe($0, source) }.joined(separator: "|") + "]"
        case .map(let entries, _): "{" + entries.map { "\($0.name)=\(describe($0.value, source))" }.joined(separator: "|") + "}"
        case .unreadable: "unreadable"
        }
    }

    @Test(arguments: [
        ("key: 題名", "題名"), ("key: a: b: c", "a: b: c"), ("key: http://example.jp/#a", "http://example.jp/#a"),
        ("key:  題名  ", "題名"), ("key: 題名　", "題名"), ("key: a # b", "a"), ("key: a#b", "a#b"), ("key:", "nothing"),
        ("key: # b", "nothing"), ("key: ~", "nothing"), ("key: null", "nothing"), ("key : a", "a"), ("key:\ta", "a"),
        ("key: \"a: # b\"", "a: # b"), ("key: 'a'", "a"), ("key: 'it''s'", "it's"), ("key: \"a\\tb\\u3042\"", "a\tbあ"),
        ("key: \"就労\"支援", "\"就労\"支援"), ("key: \"a\" # b", "a"), ("key: [速報] 題名", "[速報] 題名"),
        ("key: 「あ」と【い】", "「あ」と【い】"), ("key: - a", "- a"), ("key: @a", "@a"), ("key: *強調*", "*強調*"),
        ("key: 10:30", "10:30"), ("key: yes", "yes"), ("key: 2026-04-01", "2026-04-01"), ("key: 'a", "unreadable"),
    ])
    func readsLines(_ text: String, _ expected: String) {
        #expect(value(text) == expected)
    }

    @Test(arguments: [
        ("key: [a, b]", "[a|b]"), ("key: []", "[]"), ("key: [ a ,b, ]", "[a|b]"), ("key: ['a, b', \"c\"]", "[a, b|c]"),
        ("key: [a: b, c]", "[a: b|c]"), ("key:\n- a\n- b", "[a|b]"), ("key:\n  - a\n\n  # c\n  - 'b'", "[a|b]"),
        ("key:\n  - a # c\n  - b: c d", "[a|{b=c d}]"), ("key: [a,\n  b]", "[a|b]"), ("key: [\n  a\n]", "[a]"),
        ("key:\n  - a\n    b\n  - c", "[a b|c]"), ("key:\n-\n- a", "[nothing|a]"),
    ])
    func readsLists(_ text: String, _ expected: String) {
        #expect(value(text) == expected)
    }

    @Test(arguments: [
        ("key: |\n  a\n  b\n", "a\nb"), ("key: >\n  a\n  b\n", "a b\n"), ("key: |-\n  ---\n  b", "---\nb"),
        ("key:\n  a: b\n  c:\n    d: e", "{a=b|c={d=e}}"), ("key: { a: b }", "{a=b}"), ("key: &x a", "unreadable"),
        ("key: |AI", "|AI"), ("key: >AI", ">AI"),
        ("key: !!str 1", "1"),
        ("key: a\n  b\n  c: d", "a b"), ("key: a\n\n  b", "a b"), ("key: \"a\n  b\"", "a b"), ("key: {", "unreadable"),
        ("key: *x", "unreadable"), ("key:\n  a: b\n c: d", "unreadable"), ("key: {a: b, a: c}", "unreadable"),
    ])
    func leavesTheRestToYAML(_ text: String, _ expected: String) {
        #expect(value(text) == expected)
    }

    @Test func aValueCannotEndTheFrontMatter() {
        let source = SourceText(path: "a.md", utf8: Array("---\nkey: a --- b\nsecond: |\n  ---\n  x\n---\n\n---\n".utf8))
        let matter = FrontMatterParser.parse(source, knownKeys: ["title", "key"])
        #expect(matter.entries.map(\.name) == ["key", "second"])
        #expect(source.string(matter.body) == "\n---\n")
    }

    @Test func knowsThePlaceOfEveryPart() throws {
        let source = SourceText(path: "a.md", utf8: Array("---\n題: あ\nkey: [い, 'う']\nmap:\n  a: え\n  b: [お]\n---\n".utf8))
        let matter = FrontMatterParser.parse(source, knownKeys: ["title", "key"])
        #expect(matter.entries.map { source.string($0.key) } == ["題", "key", "map"])
        #expect(matter.entries[0].value.text.map { source.string($0.bytes) } == "あ")
        #expect(matter.entries[1].value.items.map { source.string($0.bytes) } == ["い", "'う'"])
        guard case .map(let entries, _) = matter.entries[2].value else {
            Issue.record("no map")
            return
        }
        #expect(entries.map { source.string($0.key) } == ["a", "b"])
        #expect(entries[0].value.text.map { source.string($0.bytes) } == "え")
        #expect(entries[1].value.items.map { source.string($0.bytes) } == ["お"])
    }

    @Test func theReaderOfPrivateThingsReadsThemNot() {
        let source = SourceText(path: "a.md", utf8: Array("---\nprivate:\n  tel: 090\n  bad: [\nkey: a\n---\n".utf8))
        let matter = FrontMatterParser.parse(source, knownKeys: ["title", "key"])
        #expect(matter.entries.map(\.name) == ["private", "key"])
        #expect(matter.syntaxErrors.isEmpty)
        guard case .map(let entries, _) = matter.entries[0].value else {
            Issue.record("no map")
            return
        }
        #expect(entries.isEmpty)
    }

    /// Aliases that double with every line would fill the memory if each were followed.
    @Test func anEndlessYAMLEnds() {
        var lines = ["key:", "  a0: &a0 [x, x]"]
        for level in 1...30 { lines.append("  a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]") }
        #expect(value(lines.joined(separator: "\n")) == "unreadable")
    }
}
