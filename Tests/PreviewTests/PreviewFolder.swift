import Foundation
import TestSupport

/// A copy of the casebook with every feature, which is deleted after the test.
final class PreviewFolder: Sendable {
    let path: String
    var content: String { "\(path)/content" }
    var templates: String { "\(path)/templates" }

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "knowhow-\(UUID().uuidString)").path
        let fixture = FixtureFolder.repository.appending(path: "Tests/Fixtures/every-feature")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for part in ["content", "templates"] {
            try FileManager.default.copyItem(atPath: fixture.appending(path: part).path, toPath: "\(path)/\(part)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(of file: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(file)")), as: UTF8.self)
    }

    /// Writes a file in place.
    func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
    }

    func add(_ text: String, to file: String) throws { try write(self.text(of: file) + text, to: file) }

    func rename(_ file: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: "\(path)/\(file)", toPath: "\(path)/\(other)")
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(file)") }

    func makeFolder(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
}
