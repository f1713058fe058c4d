import Templates

/// The page that is timed: 60 variables and three lists of 20 items with four variables each, 300 values in all.
enum Page {
    static let variables = (1...60).map { (name: "value_\($0)", text: text($0)) }

    static let lists = ["cases", "terms", "links"].map { list in
        (name: list, items: (1...20).map { item in ["title", "summary", "path", "date"].map { "\($0) \(text(item))" } })
    }

    static let names = ["title", "summary", "path", "date"]

    /// What a site of cases holds: mostly Japanese, now and then something to escape.
    private static func text(_ number: Int) -> String {
        switch number % 5 {
        case 0: "cases/c\(number).html"
        case 1: "就労支援の事例\(number)：職場での相談と「合理的配慮」"
        case 2: "A & B <\(number)>"
        case 3: "2024-05-\(number)"
        default: "診療場面において、難病患者が仕事に就いていてもいつの間にか辞めていることに後で気づくことが多かった\(number)"
        }
    }

    static let template =
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<body>\n"
        + variables.map { "<p class=\"field\"><span>\($0.name)</span> {{\($0.name)}}</p>\n" }.joined()
        + lists.map { list in
            "<ul>\n{{#\(list.name)}}\n<li><a href=\"{{path}}\">{{title}}</a> <time>{{date}}</time> {{summary}}</li>\n"
                + "{{/\(list.name)}}\n</ul>\n"
        }.joined() + "</body>\n</html>\n"

    /// As swift-mustache is quickest to read it: dictionaries, not types that it would have to reflect.
    static var dictionary: [String: Any] {
        var dictionary: [String: Any] = [:]
        for variable in variables { dictionary[variable.name] = variable.text }
        for list in lists {
            dictionary[list.name] = list.items.map { item in
                Dictionary(uniqueKeysWithValues: zip(names, item)) as [String: Any]
            }
        }
        return dictionary
    }
}

/// The same page as a site of this project declares it.
struct PageContext: TemplateContext {
    struct Item: TemplateContext {
        let texts: [String]
        static let fields = ContextFields<Item>(
            Page.names.enumerated().map { slot, name in .text(name) { $0.texts[slot] } })
    }

    var texts = Page.variables.map(\.text)
    var lists = Page.lists.map { $0.items.map(Item.init) }

    static let fields = ContextFields<PageContext>(
        Page.variables.enumerated().map { slot, variable in .text(variable.name) { $0.texts[slot] } }
            + Page.lists.enumerated().map { slot, list in .list(list.name, Item.self) { $0.lists[slot] } })
}
