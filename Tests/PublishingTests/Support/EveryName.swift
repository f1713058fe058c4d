import Diagnostics
import Foundation
import Templates
import TestSupport

@testable import Site

/// Templates that use every available name, so that a comparison of pages covers everything that a page can show.
enum EveryName {
    /// The text of a layout.
    static func template(for layout: Layout) -> String {
        [layout.shape, layout.innerFrameShape, Layout.siteFrameShape(assets: [])].map { text(of: $0, above: []) }.joined()
    }

    /// A copy of the small casebook with layouts that use every name.
    static func copy(everyName: Bool = true) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for part in ["content", "templates"] {
            try FileManager.default.copyItem(
                atPath: "\(Repository.fixture("every-feature"))/\(part)", toPath: "\(folder.path)/\(part)")
        }
        if everyName {
            for layout in Layout.allCases {
                try folder.write(template(for: layout), to: "templates/layouts/\(layout.rawValue).mustache")
            }
        }
        return folder
    }

    private static func text(of shape: Shape, above: [Shape]) -> String {
        shape.names.enumerated().map { slot, name in
            "\(name)=\(tag(name, shape.kind(at: slot), above: above + [shape]))\n"
        }.joined()
    }

    private static func tag(_ name: String, _ kind: Kind, above: [Shape]) -> String {
        switch kind {
        case .text, .partial: "{{\(name)}}"
        case .html: "{{{\(name)}}}"
        case .flag: "{{#\(name)}}yes{{/\(name)}}"
        case .object(let shape): section(name, shape, above: above)
        case .list(.text): "{{#\(name)}}{{.}},{{/\(name)}}"
        case .list(let kind), .optional(let kind): inner(name, kind, above: above)
        }
    }

    private static func inner(_ name: String, _ kind: Kind, above: [Shape]) -> String {
        if case .object(let shape) = kind { return section(name, shape, above: above) }
        return tag(name, kind, above: above)
    }

    private static func section(_ name: String, _ shape: Shape, above: [Shape]) -> String {
        above.contains { $0 === shape } ? "" : "{{#\(name)}}[\n\(text(of: shape, above: above))]{{/\(name)}}"
    }
}
