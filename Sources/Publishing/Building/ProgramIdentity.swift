import Foundation
import Markdown

/// What tells this program from another version of it.
enum ProgramIdentity {
    /// Its file as it stands, and the version of libcmark. Without a file that can be told, no two runs are of one program.
    static let text: String = {
        #if os(Linux)
        let path = "/proc/self/exe"
        #else
        let path = Bundle.main.executablePath ?? ""
        #endif
        var status = stat()
        guard stat(path, &status) == 0 else { return UUID().uuidString }
        let file = FileStatus(status)
        return "\(file.number) \(file.size) \(file.modified) \(MarkdownDocument.parserVersion)"
    }()
}
