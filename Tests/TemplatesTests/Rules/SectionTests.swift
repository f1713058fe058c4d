import Testing

import Templates

@Suite struct SectionTests {
    static let nothingThere: [Value] = [.nothing, false, [], .text(""), .html(.empty)]
    static let something: [Value] = [true, ["x"], "x", ["a": "b"], .html(.init(text: "x")), .object([:])]

    @Test(arguments: nothingThere)
    func isSkippedWithoutAValue(_ value: Value) throws {
        #expect(try render("({{#a}}yes{{/a}}{{^a}}no{{/a}})", ["a": value]) == "(no)")
    }

    @Test(arguments: something)
    func isShownOnceForAValue(_ value: Value) throws {
        #expect(try render("({{#a}}yes{{/a}}{{^a}}no{{/a}})", ["a": value]) == "(yes)")
    }

    @Test func aNameThatIsMissingIsNothing() throws {
        #expect(try render("{{#a}}yes{{/a}}{{^a}}no{{/a}}{{#a.b}}yes{{/a.b}}{{^a.b}}no{{/a.b}}") == "nono")
    }

    @Test func aListIsShownForEachItem() throws {
        let cards: Value = [["title": "A", "tags": ["1", "2"]], ["title": "B", "tags": []], ["title": "C", "tags": ["3"]]]
        let template = "{{#cards}}{{title}}:{{#tags}}{{.}}{{/tags}}{{^tags}}-{{/tags}};{{/cards}}"
        #expect(try render(template, ["cards": cards]) == "A:12;B:-;C:3;")
    }

    @Test func namesThatTheItemDoesNotHaveAreLookedUpAroundIt() throws {
        let context: Object = ["root": "../", "title": "page", "cards": [["title": "A"], ["path": "b"]]]
        #expect(try render("{{#cards}}{{root}}{{path}}{{title}} {{/cards}}", context) == "../A ../bpage ")
    }

    @Test func anEmptyNameHidesTheSameNameAroundIt() throws {
        #expect(try render("{{#in}}[{{a}}]{{/in}}", ["a": "out", "in": ["a": .nothing]]) == "[]")
    }

    @Test func theItemItselfIsADot() throws {
        #expect(try render("{{#rows}}{{#.}}{{.}}{{/.}};{{/rows}}", ["rows": [["1", "2"], [], ["3"]]]) == "12;;3;")
        #expect(try render("{{#a}}<{{.}}>{{/a}}", ["a": "x"]) == "<x>")
    }

    @Test func aFlagAddsNoLevel() throws {
        #expect(try render("{{#items}}{{#show}}{{.}}{{/show}}{{/items}}", ["items": ["a", "b"], "show": true]) == "ab")
    }

    @Test func theStackIsAsBeforeAfterASection() throws {
        let context: Object = ["a": "0", "o": ["a": "1", "p": ["a": "2"]]]
        #expect(try render("{{a}}{{#o}}{{a}}{{#p}}{{a}}{{/p}}{{a}}{{/o}}{{a}}", context) == "01210")
    }

    @Test func sectionsOfOneNameMayBeNested() throws {
        #expect(try render("{{#a}}1{{#a}}2{{/a}}3{{/a}}{{^b}}4{{^b}}5{{/b}}{{/b}}", ["a": true]) == "12345")
    }
}
