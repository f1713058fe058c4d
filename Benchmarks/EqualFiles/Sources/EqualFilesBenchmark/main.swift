// Reads and checks a casebook, and renders and writes only the files that other site generators make too: no search, no comparisons, no
// booklet, no data files and no texts for language models. `script/bench --hugo` compares it with Hugo without the same pages.
//
//     EqualFilesBenchmark CONTENT TEMPLATES OUTPUT

import Dispatch
import Foundation
import Publishing
import Site

extension Route {
    /// Whether Hugo makes the file too, with `Benchmarks/Site/hugo/equal.toml`.
    var isInBothSites: Bool {
        switch self {
        case .search, .searchRoot, .searchFile, .comparisonIndex, .comparison, .booklet, .bookletVolume, .glossary, .data,
            .dataIndex,
            .llms, .llmsFull, .noJekyll:
            false
        default: true
        }
    }
}

func write(_ route: Route, of plan: SitePlan, content: String, output: String) throws {
    let path = "\(output)/\(plan.permalink(of: route).path)"
    switch try plan.render(route).body {
    case .bytes(let bytes):
        guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    case .contentFile(let source): try FileManager.default.copyItem(atPath: "\(content)/\(source)", toPath: path)
    case .parts: throw CocoaError(.featureUnsupported)
    }
}

guard CommandLine.arguments.count == 4 else {
    print("usage: EqualFilesBenchmark CONTENT TEMPLATES OUTPUT")
    exit(2)
}
let (content, templates, output) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])
let jobs = ProcessInfo.processInfo.activeProcessorCount
guard
    let plan = try SiteSources.load(content: content, templates: templates, baseURL: "https://example.org/", jobs: jobs).plan()
else {
    print("the casebook has errors: knowhow check names them")
    exit(1)
}
let routes = plan.routes.filter(\.isInBothSites)
for folder in Set(routes.map { (plan.permalink(of: $0).path as NSString).deletingLastPathComponent }) {
    try FileManager.default.createDirectory(atPath: "\(output)/\(folder)", withIntermediateDirectories: true)
}
DispatchQueue.concurrentPerform(iterations: (routes.count + 63) / 64) { portion in
    for route in routes[(portion * 64)..<min((portion + 1) * 64, routes.count)] {
        do {
            try write(route, of: plan, content: content, output: output)
        } catch {
            fatalError("\(plan.permalink(of: route).path): \(error)")
        }
    }
}
