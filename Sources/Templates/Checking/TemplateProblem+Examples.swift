extension TemplateProblem {
    /// One of each problem, so that every message can be looked at in both languages.
    public static var examples: [TemplateProblem] {
        [
            .unclosedTag(closing: "}}"), .badTag("{{}}"), .badDelimiter,
            .unclosedSection(tag: "{{#cases}}", name: "cases"), .mismatchedClose(found: "case", opened: "{{#cases}}"),
            .strayClose(name: "cases"), .duplicateBlock(name: "main"), .ignoredInParent(name: "base"),
            .missingLayout(name: "cse", layouts: ["case"]), .missingPartial(name: "haeder", partials: ["header"]),
            .missingParent(name: "bse", partials: ["base"]),
            .unknownBlock(name: "mian", parent: "base", blocks: ["main"]),
            .unknownName(name: "titel", object: nil, names: ["title"]),
            .unknownName(name: "titel", object: "site", names: ["title"]),
            .noNamesInside(name: "cases", kind: .list), .sectionOverScalar(name: "title", kind: .text),
            .notText(name: "cases", kind: .list), .escapedMarkup(name: "body"), .unescapedText(name: "title"),
            .notPartialName(name: "title", names: ["kind"]), .endlessPartial(name: "header"),
            .tooManyWays(limit: 10_000), .tooDeep(limit: 2000),
        ]
    }
}
