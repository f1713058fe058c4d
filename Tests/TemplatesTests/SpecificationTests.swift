import Foundation
import HTML
import Testing
import Yams

@testable import Templates

/// Runs the files of the Mustache specification, which are not part of this repository.
///
/// Set `MUSTACHE_SPEC` to a folder that contains them (`*.yml`, `*.json`). Lambdas are left out: templates run no code.
@Suite struct SpecificationTests {
    @Test(
        .enabled(if: folder != nil, "MUSTACHE_SPEC names no folder, so the official specification was not run"),
        arguments: examples)
    func example(_ example: Example) throws {
        var buffer = HTMLBuffer()
        let library = library(example.template, partials: example.partials).library
        // The data of some examples is not an object.
        let holder = Object(Shape([("data", .text)]), [example.data])
        let root = holder.storage.withUnsafeMutablePointerToElements { $0[0] }
        try withExtendedLifetime(holder) { try library.render(layout: "page", roots: [root], into: &buffer) }
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == example.expected)
    }

    @Test(.enabled(if: folder != nil, "MUSTACHE_SPEC names no folder"))
    func theFolderContainsTheSpecification() {
        #expect(Self.examples.count > 100)
    }

    static let folder = ProcessInfo.processInfo.environment["MUSTACHE_SPEC"]

    static let examples: [Example] = {
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return names.sorted().filter { $0.hasSuffix(".yml") || $0.hasSuffix(".json") }
            .filter { !$0.contains("lambdas") }
            .flatMap { name in Example.all(inFile: "\(folder)/\(name)", named: name) }
    }()
}

/// One test of the specification.
struct Example: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    let data: Value
    let template: String
    let partials: [String: String]
    let expected: String

    var testDescription: String { "\(file): \(name)" }

    static func all(inFile path: String, named file: String) -> [Example] {
        // JSON is YAML too, so both have the same numbers, booleans and nulls.
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let root = try? Yams.load(yaml: text) as? [String: Any], let tests = root["tests"] as? [[String: Any]]
        else {
            Issue.record("\(path) cannot be read as a file of the specification")
            return []
        }
        return tests.map { test in
            Example(
                file: file, name: test["name"] as? String ?? "", data: value(test["data"]),
                template: test["template"] as? String ?? "", partials: test["partials"] as? [String: String] ?? [:],
                expected: test["expected"] as? String ?? "")
        }
    }

    /// Strings become HTML, because the specification allows every string to be unescaped, and here only HTML may be.
    private static func value(_ data: Any?) -> Value {
        switch data {
        case let flag as Bool: .flag(flag)
        case let number as Int: .text(String(number))
        case let number as Double: .text(String(number))
        case let text as String: .html(HTMLFragment(trusted: Array(text.utf8)))
        case let items as [Any]: .list(items.map { value($0) })
        case let fields as [AnyHashable: Any]:
            .object(Object(Shape(fields.map { ("\($0.key)", .text) }), fields.map { value($0.value) }))
        default: .nothing
        }
    }
}
