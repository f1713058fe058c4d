import Foundation
import Markdown

/// A text that differs between two versions of this program.
enum ProgramIdentity {
    /// Describes the file of the program and the version of libcmark. If the file is unknown, the text differs in each run.
    static let text: String = {
        guard let file = Disk.status(of: ExecutableFile.path) else { return UUID().uuidString }
        return "\(file.number) \(file.size) \(file.modified) \(MarkdownDocument.parserVersion)"
    }()
}
