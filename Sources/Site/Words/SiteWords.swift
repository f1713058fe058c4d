import Diagnostics
import Templates

/// The words of the interface in the language of a site.
struct SiteWords: Sendable {
    private let strings: InterfaceStrings

    init(_ strings: InterfaceStrings) {
        self.strings = strings
    }

    /// Returns a text with its values, which are given in the order of ``SiteText/values``. Without the text, which
    /// ``check(_:usedByAssets:reportsUnused:)`` reports, it is the key.
    subscript(_ text: SiteText, _ values: String...) -> String {
        strings.text(text.key, names: text.values, values: values) ?? text.key
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
