import Basics
import Diagnostics
import Templates

/// Puts the words of the interface into scripts and style sheets.
///
/// In a script, a text is used in a string or, with values, in a template literal. Each value is an expression:
///
/// ```js
/// status.textContent = "{{strings.list.emptied}}";
/// status.textContent = `{{strings.list.removed title=title count=ids.length}}`;
/// ```
///
/// In a style sheet it is used in a string, without values.
public enum AssetStrings {
    private static let start = Array("{{strings.".utf8)

    /// Returns the assets with the texts in them.
    ///
    /// - Parameters:
    ///   - files: The files of `templates/assets/`.
    ///   - strings: The texts.
    ///   - folder: The path of the folder, for messages.
    /// - Returns: The files, the keys of the texts that they use, and the problems of these uses.
    public static func fill(
        _ files: [SourceFile], with strings: InterfaceStrings, folder: String
    ) -> (files: [SourceFile], used: Set<String>, diagnostics: [Diagnostic]) {
        var used: Set<String> = []
        var diagnostics: [Diagnostic] = []
        let filled = files.map { file in
            let isScript = file.path.hasSuffix(".js")
            guard isScript || file.path.hasSuffix(".css"), let first = file.bytes.firstStart(of: start, from: 0) else {
                return file
            }
            let source = SourceText(path: "\(folder)/\(file.path)", utf8: file.bytes)
            var output: [UInt8] = []
            var (position, next) = (0, Optional(first))
            while let begin = next {
                let name = begin + start.count
                guard let end = file.bytes.firstStart(of: Array("}}".utf8), from: name) else { break }
                let use = StringUse(source.string(name..<end))
                used.insert(use.key)
                let (text, problems) = strings.code(use, isScript: isScript, in: source, bytes: begin + 2..<end)
                diagnostics += problems
                output += file.bytes[position..<begin]
                output += text.utf8
                position = end + 2
                next = file.bytes.firstStart(of: start, from: position)
            }
            return SourceFile(path: file.path, bytes: output + file.bytes[position...])
        }
        return (filled, used, diagnostics)
    }
}

extension [UInt8] {
    /// Returns the position of the first occurrence of some bytes; nil if there is none.
    fileprivate func firstStart(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first, start <= count - pattern.count else { return nil }
        var position = start
        while let found = self[position...].firstIndex(of: first), found <= count - pattern.count {
            if self[found..<found + pattern.count].elementsEqual(pattern) { return found }
            position = found + 1
        }
        return nil
    }
}
