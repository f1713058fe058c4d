import Foundation

/// Folders of the repository.
package enum Repository {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    package static func fixture(_ name: String) -> String { "\(root)/Tests/Fixtures/\(name)" }

    /// Whether expected files are recorded instead of compared.
    package static var isRecording: Bool { ProcessInfo.processInfo.environment["KNOWHOW_RECORD"] == "1" }
}
