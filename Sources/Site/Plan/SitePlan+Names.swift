import Diagnostics
import Templates

extension SitePlan {
    /// All problems of the templates: for each layout, the names that it uses and is not offered.
    public static func check(_ templates: TemplateLibrary, assets: [SourceFile]) -> [Diagnostic] {
        let frames = frameShapes(assets: assets)
        return templates.check(Layout.allCases.map { (layout: $0.rawValue, shapes: frames + [$0.shape]) })
    }

    /// Every name that each layout is offered, with what it is.
    public static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        let common = language == .ja ? "すべてのレイアウト" : "every layout"
        let sections =
            [(common, frameShapes(assets: assets).reversed())] + Layout.allCases.map { ("\($0.rawValue).mustache", [$0.shape]) }
        return sections.map { name, shapes in "\(name)\n\(shapes.map { $0.listing(in: language) }.joined())" }
            .joined(separator: "\n")
    }

    /// What every layout is offered around its own names, the outer frame first.
    private static func frameShapes(assets: [SourceFile]) -> [Shape] {
        let assets = AssetAddresses(assets.sorted { $0.path < $1.path }).object.shape
        return [SiteFrameView.shape(assets: assets).shape, FrameView.shape.shape]
    }
}
