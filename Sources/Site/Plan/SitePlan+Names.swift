import Diagnostics
import Templates

extension SitePlan {
    /// All problems of the templates: for each layout, the names that it uses and is not offered.
    public static func check(_ templates: TemplateLibrary, assets: [SourceFile]) -> [Diagnostic] {
        templates.check(
            Layout.allCases.map { layout in
                (layout: layout.rawValue, shapes: frameShapes(of: layout, assets: assets) + [layout.shape])
            })
    }

    /// Every name that each layout is offered, with what it is.
    public static func listOfNames(assets: [SourceFile], in language: Language) -> String {
        let common = language == .ja ? "すべてのレイアウト" : "every layout"
        let frames = frameShapes(of: .home, assets: assets)
        let sections =
            [(common, frames.reversed())]
            + Layout.allCases.map { layout in
                ("\(layout.rawValue).mustache", [layout.shape])
            }
        return sections.map { name, shapes in "\(name)\n\(shapes.map { $0.listing(in: language) }.joined())" }
            .joined(separator: "\n")
    }

    /// What a layout is offered around its own names, the outer frame first.
    private static func frameShapes(of layout: Layout, assets: [SourceFile]) -> [Shape] {
        let assets = AssetAddresses(assets.sorted { $0.path < $1.path }).object.shape
        let inner = layout == .card ? ListFrameView.shape.shape : FrameView.shape.shape
        return [SiteFrameView.shape(assets: assets).shape, inner]
    }
}
