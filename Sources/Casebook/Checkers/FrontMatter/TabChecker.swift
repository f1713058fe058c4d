import Diagnostics

/// No line starts with a tab.
enum TabChecker: FileChecker {
    static func check(_ file: ContentFile, schema: Schema?, report: inout Report) {
        for case .tab(let tabs) in file.frontMatter.strays {
            let isKey = file.frontMatter.entries.contains { $0.key.lowerBound == tabs.upperBound }
            let spaces = String(repeating: "  ", count: tabs.count)
            report.tell(.tab, in: file.text, tabs, replacement: isKey ? "" : spaces)
        }
    }
}
