import Diagnostics
import Templates

extension SitePlan {
    /// All problems of the templates: for each layout, the names that it uses and is not offered.
    public static func check(_ templates: TemplateLibrary, assets: [SourceFile]) -> [Diagnostic] {
        let frame = frameShape(assets: assets)
        return templates.check(Layout.allCases.map { (layout: $0.rawValue, shapes: [frame, $0.shape]) })
    }

    /// Every name that each layout is offered, with what it is.
    public static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        let common = language == .ja ? "すべてのレイアウト" : "every layout"
        let sections =
            [(common, frameShape(assets: assets))] + Layout.allCases.map { ("\($0.rawValue).mustache", $0.shape) }
        return sections.map { "\($0)\n\($1.listing(in: language))" }.joined(separator: "\n")
    }

    private static func frameShape(assets: [SourceFile]) -> Shape {
        FrameView.shape(assets: AssetAddresses(assets.sorted { $0.path < $1.path }).object.shape).shape
    }
}
