import Diagnostics
import Templates

/// The words of the interface in the language of a site.
package struct SiteWords: Sendable {
    private let strings: InterfaceStrings
    /// The key and the names of the values of each text.
    private let uses: [SiteText: (key: String, values: [String])]

    init(_ strings: InterfaceStrings) {
        self.strings = strings
        uses = Dictionary(uniqueKeysWithValues: SiteText.allCases.map { ($0, ($0.key, $0.values)) })
    }

    /// Returns a text with its values, which are given in the order of ``SiteText/values``. Without the text, which
    /// ``check(_:usedByAssets:reportsUnused:)`` reports, it is the key.
    package subscript(_ text: SiteText, _ values: String...) -> String {
        let use = uses[text] ?? (text.key, text.values)
        return strings.text(use.key, names: use.values, values: values) ?? use.key
    }

    /// Returns the problems of the texts that this module uses, and the texts that nothing uses.
    ///
    /// - Parameters:
    ///   - templates: The templates with their strings.
    ///   - used: The keys of the texts in scripts and style sheets.
    ///   - reportsUnused: Whether texts that nothing uses are reported.
    static func check(_ templates: TemplateLibrary, usedByAssets used: Set<String>, reportsUnused: Bool) -> [Diagnostic] {
        let missing = SiteText.allCases.flatMap { templates.strings.problems(ofUsing: $0.key, values: $0.values) }
        guard reportsUnused else { return missing }
        let keys = used.union(templates.usedStrings).union(SiteText.allCases.map(\.key))
        return missing + templates.strings.unused(keys)
    }
}
